package dev.concord.testing;

import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Opens databases for tests, failing the test when one does not open. */
public final class TestDatabase {
    private TestDatabase() {}

    /** Opens a fresh, empty database of the given kind. Close it at the end of the test. */
    public static Database open(Engine engine) {
        return open(engine.freshDatabase());
    }

    /** Opens the given database, one more pool if it is already open. */
    public static Database open(DatabaseSettings settings) {
        return switch (DatabaseOpener.open(settings)) {
            case OpenOutcome.Opened opened -> opened.database();
            case OpenOutcome.Failed failed -> throw new AssertionError("Could not open " + settings + ": " + failed);
        };
    }

    /** Settings for a new H2 file that several pools and processes can open at once. */
    public static DatabaseSettings freshH2File() {
        Path file = Names.temporaryDirectory().resolve(Names.next());
        create("jdbc:h2:file:" + file + ";USER=sa", "SELECT 1");
        return new DatabaseSettings(file + ".mv.db", "sa", Secret.NONE, false);
    }

    /** The same for an address with settings, with statements run under them. */
    public static DatabaseSettings freshH2FileWith(String settings, String... statements) {
        Path file = Names.temporaryDirectory().resolve(Names.next());
        create("jdbc:h2:file:" + file + ";USER=sa;" + settings, statements);
        return new DatabaseSettings("jdbc:h2:file:" + file + ";" + settings, "sa", Secret.NONE, false);
    }

    /** Runs statements through the driver alone, which creates a file that is not there yet. */
    public static void create(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError("Could not create " + url, e);
        }
    }

    /** Returns this JVM's own directory for files of tests; it is deleted when the JVM ends. */
    public static Path directory() {
        return Names.temporaryDirectory();
    }

    /** Runs statements one by one, outside a transaction. */
    public static void execute(Database database, String... statements) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError("Could not run the test's SQL", e);
        }
    }

    /** What the database says to a question that has one answer, in its last column, outside a transaction. */
    public static String answer(Database database, String question) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            result.next();
            return result.getString(result.getMetaData().getColumnCount());
        } catch (SQLException e) {
            throw new AssertionError("Could not ask: " + question, e);
        }
    }
}
