package dev.concord.database;

import dev.concord.dialect.FaultText;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * A setting of a database with which saves that were acknowledged can be lost. What each one risks is in
 * {@code docs/durability.md}.
 *
 * @param name which setting
 * @param value its value, as the database writes it
 */
public record WeakSetting(Name name, String value) {
    private static final System.Logger LOG = System.getLogger(WeakSetting.class.getName());

    /** The settings that decide. */
    public enum Name {
        /** H2's delay in milliseconds, where Concord may not set it. */
        WRITE_DELAY,
        FSYNC,
        FULL_PAGE_WRITES,
        SYNCHRONOUS_COMMIT,
        INNODB_FLUSH_LOG_AT_TRX_COMMIT,
        SYNC_BINLOG
    }

    /**
     * Returns the weak settings of a database as far as its user may see them. SQLite has none: Concord sets what decides
     * there.
     */
    public static List<WeakSetting> of(Database database) {
        try {
            return database.read(connection -> switch (database.dialect()) {
                case H2 -> h2(connection, database.settings());
                case POSTGRESQL -> postgres(connection);
                case MARIADB, MYSQL -> innoDb(connection);
                case SQLITE -> List.of();
            });
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The settings of the database could not be read: {0}", FaultText.of(e));
            return List.of();
        }
    }

    private static List<WeakSetting> postgres(Connection connection) throws SQLException {
        List<WeakSetting> weak = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT name, setting FROM pg_catalog.pg_settings WHERE setting = 'off'"
                                + " AND name IN ('fsync', 'full_page_writes', 'synchronous_commit') ORDER BY name")) {
            while (found.next()) {
                weak.add(
                        new WeakSetting(Name.valueOf(found.getString(1).toUpperCase(Locale.ROOT)), found.getString(2)));
            }
        }
        return weak;
    }

    /** With a binary log, InnoDB may leave it to that log to bring back a COMMIT. */
    private static List<WeakSetting> innoDb(Connection connection) throws SQLException {
        List<WeakSetting> weak = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT @@global.innodb_flush_log_at_trx_commit, @@global.log_bin, @@global.sync_binlog")) {
            found.next();
            if (found.getInt(1) == 0 || found.getInt(1) == 2) {
                weak.add(new WeakSetting(Name.INNODB_FLUSH_LOG_AT_TRX_COMMIT, found.getString(1)));
            }
            if (found.getInt(2) == 1 && found.getInt(3) != 1) {
                weak.add(new WeakSetting(Name.SYNC_BINLOG, found.getString(3)));
            }
        }
        return weak;
    }

    private static List<WeakSetting> h2(Connection connection, DatabaseSettings settings) throws SQLException {
        boolean inProcess = connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal;
        String address = settings.address().toUpperCase(Locale.ROOT);
        boolean set = address.contains(";WRITE_DELAY=");
        boolean server = address.contains("H2:TCP:") || address.contains("H2:SSL:");
        if (!set && (inProcess || (!server && administers(connection)))) {
            // Concord sets it when the file is opened for editing.
            return List.of();
        }
        String delay = "0";
        // The setting stored in the file comes first, and the one that holds comes last.
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'")) {
            while (found.next()) {
                delay = found.getString(1);
            }
        }
        return delay.equals("0") ? List.of() : List.of(new WeakSetting(Name.WRITE_DELAY, delay));
    }

    private static boolean administers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT IS_ADMIN FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER")) {
            return found.next() && found.getBoolean(1);
        }
    }
}
