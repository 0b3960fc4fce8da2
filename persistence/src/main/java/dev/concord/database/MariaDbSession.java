package dev.concord.database;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether a session of MariaDB or MySQL belongs to one connection, and which server it is on.
 *
 * <p>A proxy (MaxScale, ProxySQL) tells the driver the number of a session of its own, and may carry out each transaction on
 * another server or over another connection. It keeps for each client the settings that {@link Session} makes; but a session
 * that is read-only would be a setting too many, so there each transaction is read-only by itself.
 */
final class MariaDbSession {
    private static final System.Logger LOG = System.getLogger(MariaDbSession.class.getName());

    /**
     * The number of the session, which server this is, and its Galera cluster with the server's number in it. Each server treats
     * what is for the other one as a comment.
     */
    private static final String QUESTION =
            "select connection_id(), concat_ws('/', @@hostname, @@port, @@datadir, @@server_id/*!50708 , @@server_uuid*/),"
                    + " concat(''/*M!100101 , ifnull((select group_concat(variable_value order by variable_name separator '/')"
                    + " from information_schema.global_status"
                    + " where variable_name in ('WSREP_CLUSTER_STATE_UUID', 'WSREP_GCOMM_UUID')), '')*/)";

    private final boolean readOnly;

    MariaDbSession(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /** Makes a new connection ready, apart from its settings, and returns its session. */
    ServerSession opened(Connection connection) throws SQLException {
        Answer answer = answer(connection);
        if (answer.number()
                != connection.unwrap(org.mariadb.jdbc.Connection.class).getThreadId()) {
            LOG.log(Level.DEBUG, "A proxy is between this program and the server");
            return new ServerSession.Shared(this::prepared);
        }
        if (readOnly) {
            execute(connection, "SET SESSION TRANSACTION READ ONLY");
        }
        return new ServerSession.Own(answer.server());
    }

    private ServerIdentity prepared(Connection connection) throws SQLException {
        if (readOnly) {
            execute(connection, "START TRANSACTION READ ONLY");
        }
        return answer(connection).server();
    }

    /** What a server says of itself. */
    private record Answer(long number, ServerIdentity server) {}

    private static Answer answer(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(QUESTION)) {
            answer.next();
            String[] galera = answer.getString(3).split("/", 2);
            boolean alone = galera.length < 2 || galera[0].matches("[0-]*");
            return new Answer(
                    answer.getLong(1),
                    alone
                            ? new ServerIdentity(answer.getString(2), "")
                            : new ServerIdentity(answer.getString(2) + "/" + galera[1], galera[0]));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
