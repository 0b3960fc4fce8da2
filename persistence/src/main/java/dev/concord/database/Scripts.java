package dev.concord.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs SQL scripts, for the sample database. */
public final class Scripts {
    private Scripts() {}

    /**
     * Runs the scripts in order on one connection, each as a single execution; H2 runs several statements in one
     * execution. Never call it on the FX thread.
     *
     * @throws SQLException when a statement fails; the statements before it are not rolled back
     */
    public static void run(Database database, List<String> scripts) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
    }
}
