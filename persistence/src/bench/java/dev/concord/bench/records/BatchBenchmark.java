package dev.concord.bench.records;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.BatchOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.BatchPolicy;
import dev.concord.store.RecordStore;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Ten thousand rows saved at once, each way in a table of its own with the same rows. */
@State(Scope.Benchmark)
public class BatchBenchmark {
    private static final String OURS = "batch";

    /** Where. */
    @Param
    public Place place = Place.H2_FILE;

    private int stock;
    private List<Snapshot> rows = List.of();

    @SuppressWarnings("NullAway.Init") // JMH sets it up before anything is measured.
    private RecordStore store;

    /** Opens the database and reads our rows. */
    @Setup
    public void open() {
        Database database = place.database();
        TestDatabase.execute(
                database,
                "drop table if exists \"batch\"",
                Item.creation(OURS),
                "insert into \"batch\" select * from \"item\"");
        TableId table = new TableId(database.dialect() == Dialect.H2 ? "PUBLIC" : "public", OURS);
        TablePolicy byCounter = TablePolicy.DEFAULT.withGuard(new Guard.ByColumn("version", VersionKind.INTEGER));
        store = new RecordStore(database, new Catalog(database), Policies.DEFAULT.with(table, byCounter));
        List<RecordKey> keys = IntStream.range(0, Item.ROWS)
                .mapToObj(id -> new RecordKey(table, Row.of("id", Value.of(id))))
                .toList();
        rows = List.copyOf(store.findAll(table, keys).values());
    }

    /** Every row checked, and read back with its next token. */
    @Benchmark
    public Object concord() {
        stock++;
        List<Draft> drafts = rows.stream()
                .map(row -> Draft.of(row).with("stock", Value.of(stock)))
                .toList();
        BatchOutcome outcome = store.saveAll(drafts, BatchPolicy.ABORT_ALL);
        if (!outcome.complete()) {
            throw new IllegalStateException(outcome.saved() + " rows of " + rows.size() + " saved");
        }
        rows = outcome.entries().stream()
                .map(entry -> ((BatchOutcome.Saved) entry).snapshot())
                .toList();
        return rows;
    }

    /** JDBC's batch, nothing checked and nothing read, in one transaction. */
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
