package dev.concord.sql;

import dev.concord.database.ServerIdentity;
import dev.concord.database.TextStorage;
import dev.concord.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Begins and ends a transaction on one connection, as the dialect needs it. */
sealed interface TransactionBoundary {
    void begin() throws SQLException;

    void commit() throws SQLException;

    void rollBack() throws SQLException;

    /** Rolls back because of an error; if that fails too, the second error is added to the first as suppressed. */
    default void rollBackAfter(Throwable first) {
        try {
            rollBack();
        } catch (SQLException second) {
            first.addSuppressed(second);
        }
    }

    static TransactionBoundary of(Dialect dialect, Connection connection) {
        return dialect == Dialect.SQLITE ? new Immediate(connection) : new Jdbc(connection);
    }

    /** The driver's own transactions. They are READ COMMITTED: each statement sees what was committed before it started. */
    record Jdbc(Connection connection) implements TransactionBoundary {
        @Override
        public void begin() throws SQLException {
            connection.setAutoCommit(false);
        }

        @Override
        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void rollBack() throws SQLException {
            connection.rollback();
        }
    }

    /** Takes SQLite's one write lock at the start, so that what is read cannot change before it is written. */
    record Immediate(Connection connection) implements TransactionBoundary {
        @Override
        public void begin() throws SQLException {
            execute("BEGIN IMMEDIATE");
        }

        @Override
        public void commit() throws SQLException {
            execute("COMMIT");
        }

        @Override
        public void rollBack() throws SQLException {
            execute("ROLLBACK");
        }

        private void execute(String command) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(command);
            }
        }
    }

    /**
     * As {@link Immediate}, but waits for the lock as long as asked instead of as long as the connection usually does.
     * COMMIT waits for readers as usual, so the setting is restored as soon as the lock is held.
     *
     * @param millis the longest wait in milliseconds; 0 not to wait
     */
    record BoundedWait(Connection connection, int millis) implements TransactionBoundary {
        @Override
        public void begin() throws SQLException {
            Rendering rendering = Rendering.of(Dialect.SQLITE, TextStorage.DECODED);
            Transaction settings = new Transaction(connection, rendering, ServerIdentity.ONLY);
            String before = settings.text("PRAGMA busy_timeout");
            settings.text("PRAGMA busy_timeout = " + millis);
            try {
                new Immediate(connection).begin();
            } finally {
                settings.text("PRAGMA busy_timeout = " + before);
            }
        }

        @Override
        public void commit() throws SQLException {
            new Immediate(connection).commit();
        }

        @Override
        public void rollBack() throws SQLException {
            new Immediate(connection).rollBack();
        }
    }
}
