package dev.concord.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * Makes a database file keep what it acknowledges, where that is for its connections to decide. What each database
 * keeps, and which settings decide, is in {@code docs/durability.md}.
 */
final class Durability {
    private static final System.Logger LOG = System.getLogger(Durability.class.getName());

    private Durability() {}

    /** Prepares a new connection; a setting of the address stays as it is. */
    static void prefer(Connection connection, Address address, boolean readOnly) throws SQLException {
        switch (address.dialect()) {
            case H2 -> {
                if (!readOnly && address.file().isPresent() && !isSetIn(address.url())) {
                    writeAtEachCommit(connection);
                }
            }
            // FULL would leave the deletion of a rollback journal, which is its COMMIT, to the system.
            case SQLITE -> execute(connection, "PRAGMA synchronous = EXTRA");
            case POSTGRESQL, MARIADB, MYSQL -> {}
        }
    }

    private static boolean isSetIn(String h2) {
        return h2.contains(";WRITE_DELAY=") || h2.matches("(?i).*;ACCESS_MODE_DATA=r(;.*)?");
    }

    /**
     * By itself H2 writes up to half a second after it has acknowledged a COMMIT, and what it has not written goes with
     * its process. The setting belongs to the open file, not to a connection. It is set directly where this process has
     * the file open, because the SQL for it is for administrators only and is also stored in the file. Where another
     * program has opened the file and serves it, there is only the SQL.
     */
    private static void writeAtEachCommit(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            session.getDatabase().setWriteDelay(0);
            return;
        }
        try {
            execute(connection, "SET WRITE_DELAY 0");
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.ADMIN_RIGHTS_REQUIRED) {
                throw e;
            }
            LOG.log(Level.DEBUG, "The user may not set when the other program writes");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
