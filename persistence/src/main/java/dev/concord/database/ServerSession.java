package dev.concord.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The session of a server that carries out a connection's statements. */
public sealed interface ServerSession {

    /** A session of this connection alone, which keeps its settings: that of a database in a file, too. */
    record Own(ServerIdentity server) implements ServerSession {
        @Override
        public ServerIdentity begun(Connection connection) {
            return server;
        }
    }

    /**
     * Any session of a pooler (PgBouncer in transaction mode), which may give the next transaction another one. So every
     * statement runs in a transaction that sets all it relies on, for itself alone.
     */
    record Shared(Preparation preparation) implements ServerSession {
        @Override
        public ServerIdentity begun(Connection connection) throws SQLException {
            return preparation.of(connection);
        }
    }

    /** Sets everything for a transaction that has just begun, and returns the server that carries it out. */
    @FunctionalInterface
    interface Preparation {
        ServerIdentity of(Connection connection) throws SQLException;
    }

    /** Statements that only read. */
    @FunctionalInterface
    interface Reading<T> {
        T over(Connection connection) throws SQLException;
    }

    /**
     * Makes a transaction that has just begun ready for its first statement.
     *
     * @param connection the connection, not in autocommit mode
     * @return the server that carries out the transaction
     */
    ServerIdentity begun(Connection connection) throws SQLException;

    /**
     * Reads over a connection in autocommit mode: with statements of their own, or in one transaction where the session is
     * shared. The transaction is rolled back, because a read changes nothing.
     */
    default <T> T read(Connection connection, Reading<T> read) throws SQLException {
        if (this instanceof Own) {
            return read.over(connection);
        }
        connection.setAutoCommit(false);
        try {
            begun(connection);
            T result = read.over(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }
}
