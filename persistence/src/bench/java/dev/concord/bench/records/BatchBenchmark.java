package dev.concord.bench.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Ten thousand rows saved at once. */
@State(Scope.Benchmark)
public class BatchBenchmark {
    /** Where. */
    @Param
    public Place place = Place.H2_FILE;

    private int stock;

    /** Opens the database. */
    @Setup
    public void open() {
        place.database();
    }

    /** JDBC's batch, nothing checked, in one transaction. */
    @Benchmark
    public int[] jdbcUnguarded() throws SQLException {
        stock++;
        try (Connection connection = place.database().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update = connection.prepareStatement(
                    "update \"item\" set \"stock\" = ?, \"version\" = \"version\" + 1 where \"id\" = ?")) {
                for (int id = 0; id < Item.ROWS; id++) {
                    update.setInt(1, stock);
                    update.setLong(2, id);
                    update.addBatch();
                }
                int[] counts = update.executeBatch();
                connection.commit();
                return counts;
            }
        }
    }
}
