package dev.concord.database;

import dev.concord.dialect.Dialect;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** The driver, its settings and the settings of the session for each kind of database. */
final class Session {
    /** How long opening a connection waits for a server that does not answer. */
    static final int CONNECT_TIMEOUT_SECONDS = 10;

    /** How long a statement waits for another transaction's lock. */
    static final int LOCK_TIMEOUT_SECONDS = 5;

    /** A setting of PostgreSQL's driver: with a version of the server, its settings are parameters of the start-up. */
    static final String STARTUP_PARAMETERS = "assumeMinServerVersion";

    private static final int MILLIS = 1000;

    /**
     * Sets the SQL mode of MariaDB and MySQL. It is always strict: otherwise the server silently changes a value that does not
     * fit. Of the server's own mode only what says which values are accepted is kept; the rest would change what Concord's
     * statements mean ({@code ORACLE}, {@code PIPES_AS_CONCAT}) or how values and checks are read ({@code EMPTY_STRING_IS_NULL},
     * {@code ANSI_QUOTES}, {@code PAD_CHAR_TO_FULL_LENGTH}).
     */
    private static final String SQL_MODE = Stream.of(
                    "ALLOW_INVALID_DATES",
                    "ERROR_FOR_DIVISION_BY_ZERO",
                    "NO_AUTO_VALUE_ON_ZERO",
                    "NO_ENGINE_SUBSTITUTION",
                    "NO_ZERO_DATE",
                    "NO_ZERO_IN_DATE",
                    "TIME_ROUND_FRACTIONAL",
                    "TIME_TRUNCATE_FRACTIONAL")
            .map(kept -> ", IF(FIND_IN_SET('" + kept + "', @@sql_mode), '" + kept + "', NULL)")
            .collect(Collectors.joining("", "SET SESSION sql_mode = CONCAT_WS(',', 'STRICT_ALL_TABLES'", ")"));

    private Session() {}

    static Driver driver(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new org.h2.Driver();
            case POSTGRESQL -> new org.postgresql.Driver();
            case MARIADB, MYSQL -> new org.mariadb.jdbc.Driver();
            case SQLITE -> new org.sqlite.JDBC();
        };
    }

    /** The driver's own settings; an address may set the time limits differently. */
    static Properties properties(Dialect dialect, Limits limits, boolean readOnly) {
        Properties properties = new Properties();
        switch (dialect) {
            case H2 -> {}
            case POSTGRESQL -> {
                properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
                properties.setProperty("loginTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
                properties.setProperty(
                        "socketTimeout", Long.toString(limits.network().toSeconds()));
                properties.setProperty("tcpKeepAlive", "true");
                properties.setProperty("ApplicationName", "Concord");
                // Sends the driver's own settings with the request for the connection, instead of changing the session.
                properties.setProperty(STARTUP_PARAMETERS, "9.0");
            }
            case MARIADB, MYSQL -> {
                properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS * MILLIS));
                properties.setProperty(
                        "socketTimeout", Long.toString(limits.network().toMillis()));
                properties.setProperty("tcpKeepAlive", "true");
            }
            case SQLITE -> properties.putAll(sqlite(readOnly).toProperties());
        }
        return properties;
    }

    /** Statements run once on each new connection; those of PostgreSQL are in {@link PostgresSession}. */
    static List<String> settings(Dialect dialect, Limits limits) {
        List<String> statements = new ArrayList<>();
        switch (dialect) {
            case H2 ->
                statements.add("SET LOCK_TIMEOUT " + LOCK_TIMEOUT_SECONDS * MILLIS + "; SET QUERY_TIMEOUT "
                        + limits.statement().toMillis());
            case MARIADB, MYSQL -> {
                statements.add("SET SESSION innodb_lock_wait_timeout = " + LOCK_TIMEOUT_SECONDS);
                // MySQL limits only reads. Each server treats the other one's setting as a comment.
                statements.add("SET SESSION lock_wait_timeout = " + LOCK_TIMEOUT_SECONDS
                        + "/*M!100101 , SESSION max_statement_time = "
                        + (double) limits.statement().toMillis() / MILLIS
                        + "*//*!50708 , SESSION max_execution_time = "
                        + limits.statement().toMillis() + "*/");
                statements.add(SQL_MODE);
            }
            case POSTGRESQL, SQLITE -> {}
        }
        return statements;
    }

    /** Returns SQLite's settings; the file's journal mode is left unchanged, because its owner chooses it. */
    private static SQLiteConfig sqlite(boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(LOCK_TIMEOUT_SECONDS * MILLIS);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        if (readOnly) {
            config.setReadOnly(true);
        }
        return config;
    }
}
