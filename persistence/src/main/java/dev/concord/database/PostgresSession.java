package dev.concord.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * The settings of PostgreSQL's sessions that every read and write relies on, and whether a session belongs to one connection.
 *
 * <p>A pooler (PgBouncer, Odyssey, pgcat) answers the driver itself and tells it the number of a process that the server does not
 * have: so a connection whose number is not the server's leads through a pooler. There the settings last for one transaction,
 * and no statement gets a name: both would be found by another client, on its next transaction with the same session.
 */
final class PostgresSession {
    private static final System.Logger LOG = System.getLogger(PostgresSession.class.getName());
    private static final int MILLIS = 1000;

    /**
     * Which server this is. Standbys have their primary's identifier; a standby that becomes the primary begins a new timeline,
     * the first eight digits of the name of its log's file.
     */
    private static final String IDENTITY =
            "(select system_identifier from pg_control_system()) || '/' || case when pg_is_in_recovery() then 'standby'"
                    + " else substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end"
                    + " || '/' || coalesce(host(inet_server_addr()), '') || '/' || coalesce(inet_server_port(), 0)";

    private final Map<String, String> settings;
    private final boolean readOnly;

    /** False once a server does not say which one it is, as those that only speak PostgreSQL's protocol do not. */
    private volatile boolean hasIdentity = true;

    PostgresSession(Limits limits, boolean readOnly) {
        this.readOnly = readOnly;
        this.settings = settings(limits);
    }

    private static Map<String, String> settings(Limits limits) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("lock_timeout", Integer.toString(Session.LOCK_TIMEOUT_SECONDS * MILLIS));
        settings.put("statement_timeout", Long.toString(limits.statement().toMillis()));
        // Each role may set how values are formatted as text; a row's digest must be the same for all users.
        settings.put("IntervalStyle", "postgres");
        settings.put("bytea_output", "hex");
        settings.put("extra_float_digits", "1");
        settings.put("quote_all_identifiers", "off");
        settings.put("standard_conforming_strings", "on");
        return settings;
    }

    /**
     * Makes a new connection ready, in one round trip where no pooler is on the way, and returns its session.
     *
     * @throws SQLException also when a pooler allows no transactions
     */
    ServerSession opened(Connection connection) throws SQLException {
        PGConnection driver = connection.unwrap(PGConnection.class);
        String own = "pg_backend_pid() = " + driver.getBackendPID();
        Map<String, String> ofSession = new LinkedHashMap<>(settings);
        ofSession.put("default_transaction_isolation", "read committed");
        if (readOnly) {
            ofSession.put("default_transaction_read_only", "on");
        }
        // Behind a pooler the settings are local to this statement, which is a transaction by itself.
        Answer answer =
                answer(connection, () -> "select " + own + ", " + identity() + ", " + set(ofSession, "not " + own));
        if (answer.own()) {
            return new ServerSession.Own(answer.server());
        }
        LOG.log(Level.DEBUG, "A pooler is between this program and the server");
        driver.setPrepareThreshold(0);
        ServerSession.Shared shared = new ServerSession.Shared(this::setInTransaction);
        return shared.read(connection, _ -> shared);
    }

    /** Whether a pooler does not pass on what the driver asks for at the start, so that the driver has to change the session. */
    static boolean refusesParameters(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("unsupported startup parameter");
    }

    /** Whether a pooler gives each statement another session, so that there are no transactions. */
    static boolean refusesTransactions(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("statement pooling mode");
    }

    private Answer answer(Connection connection, Supplier<String> question) throws SQLException {
        try {
            return answer(connection, question.get());
        } catch (SQLException e) {
            if (!hasIdentity || !String.valueOf(e.getSQLState()).matches("(42|0A).*")) {
                throw e;
            }
            hasIdentity = false;
            return answer(connection, question.get());
        }
    }

    /** Sets everything for the present transaction, before its first statement; returns the server that carries it out. */
    private ServerIdentity setInTransaction(Connection connection) throws SQLException {
        return answer(
                        connection,
                        "set transaction isolation level read committed" + (readOnly ? ", read only" : "")
                                + "; select false, " + identity() + ", " + set(settings, "true"))
                .server();
    }

    private String identity() {
        return hasIdentity ? IDENTITY : "''";
    }

    private static String set(Map<String, String> settings, String local) {
        return settings.entrySet().stream()
                .map(setting -> "set_config('" + setting.getKey() + "', '" + setting.getValue() + "', " + local + ")")
                .collect(Collectors.joining(", "));
    }

    /**
     * What a server says of itself.
     *
     * @param own whether the session is the connection's own
     */
    private record Answer(boolean own, ServerIdentity server) {}

    private static Answer answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(question);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return new Answer(answer.getBoolean(1), new ServerIdentity(answer.getString(2), ""));
            }
        }
    }
}
