package dev.concord.bench.records;

import dev.concord.database.Database;
import dev.concord.dialect.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Saves with JDBC alone, the best way by hand: one statement that checks, writes and reads back every column. */
final class JdbcSaving implements Saving {
    private static final String UPDATE =
            "update \"item\" set \"stock\" = ?, \"version\" = \"version\" + 1 where \"id\" = ? and \"version\" = ?";
    private static final String SELECT = "select " + Item.COLUMNS + " from \"item\" where \"id\" = ?";

    private final DataSource pool;
    private final String update;
    private final boolean oneStatementCommits;
    private Item item;

    JdbcSaving(Database database, long id) {
        pool = database.dataSource();
        oneStatementCommits = database.dialect() != Dialect.H2;
        update = oneStatementCommits
                ? UPDATE + " returning " + Item.COLUMNS
                : "select " + Item.COLUMNS + " from final table (" + UPDATE + ")";
        item = find(id);
    }

    /** The same person, whose program computes something for a while after each save. */
    Saving computingBeside(Duration busy) {
        return () -> {
            Object saved = again();
            long start = System.nanoTime();
            while (System.nanoTime() - start < busy.toNanos()) {
                Thread.onSpinWait();
            }
            return saved;
        };
    }

    @Override
    public Object again() {
        try {
            while (!saved()) {
                item = find(item.id());
            }
            return item;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean saved() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (oneStatementCommits) {
                return saved(connection);
            }
            connection.setAutoCommit(false);
            boolean saved = saved(connection);
            connection.commit();
            return saved;
        }
    }

    private boolean saved(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setInt(1, item.stock() + 1);
            statement.setLong(2, item.id());
            statement.setInt(3, item.version());
            try (ResultSet result = statement.executeQuery()) {
                boolean saved = result.next();
                if (saved) {
                    item = Item.read(result);
                }
                return saved;
            }
        }
    }

    private Item find(long id) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setLong(1, id);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return Item.read(result);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
