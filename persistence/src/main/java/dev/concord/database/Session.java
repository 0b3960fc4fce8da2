package dev.concord.database;

import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** What each kind of database is told at the start of every connection. */
final class Session {
    /** How long a person waits for a server that does not answer. */
    static final int CONNECT_TIMEOUT_SECONDS = 10;

    /** How long a statement waits for another transaction's lock. */
    static final int LOCK_TIMEOUT_SECONDS = 5;

    private static final int MILLIS = 1000;

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
    static Properties properties(Dialect dialect, boolean readOnly) {
        Properties properties = new Properties();
        switch (dialect) {
            case H2 -> {}
            case POSTGRESQL -> {
                properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
                properties.setProperty("loginTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
                properties.setProperty("tcpKeepAlive", "true");
                properties.setProperty("ApplicationName", "Concord");
            }
            case MARIADB, MYSQL -> {
                properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS * MILLIS));
            }
            case SQLITE -> properties.putAll(sqlite(readOnly).toProperties());
        }
        return properties;
    }

    /** Statements run once on each new connection. */
    static List<String> settings(Dialect dialect, boolean readOnly) {
        List<String> statements = new ArrayList<>();
        switch (dialect) {
            case H2 -> statements.add("SET LOCK_TIMEOUT " + LOCK_TIMEOUT_SECONDS * MILLIS);
            case POSTGRESQL -> {
                // How values are spelled as text may be set for each role; a row has one digest for everybody.
                String all = "SET lock_timeout = '" + LOCK_TIMEOUT_SECONDS + "s'; SET IntervalStyle = 'postgres';"
                        + " SET bytea_output = 'hex'; SET extra_float_digits = 1";
                // One round trip, however many settings.
                statements.add(readOnly ? all + "; SET default_transaction_read_only = on" : all);
            }
            case MARIADB, MYSQL -> {
                statements.add("SET SESSION innodb_lock_wait_timeout = " + LOCK_TIMEOUT_SECONDS);
                statements.add("SET SESSION lock_wait_timeout = " + LOCK_TIMEOUT_SECONDS);
                // Outside strict mode a value that does not fit is changed silently: a save must never do that.
                statements.add("SET SESSION sql_mode = CONCAT_WS(',', NULLIF(@@sql_mode, ''), 'STRICT_ALL_TABLES')");
                if (readOnly) {
                    statements.add("SET SESSION TRANSACTION READ ONLY");
                }
            }
            case SQLITE -> {}
        }
        return statements;
    }

    /** The file's journal mode is its owner's business and stays as it is. */
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
