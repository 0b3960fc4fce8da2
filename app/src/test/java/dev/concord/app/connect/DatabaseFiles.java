package dev.concord.app.connect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Small database files for tests. */
final class DatabaseFiles {
    static final String PASSWORD = "Zebra-Quill-77";

    private DatabaseFiles() {}

    /** A SQLite file with two tables and a view. */
    static Path sqlite(Path folder) throws SQLException {
        Path file = folder.resolve("shop.sqlite");
        run("jdbc:sqlite:" + file, "", "", "create table a (id integer primary key)", "create table b (x text)");
        run("jdbc:sqlite:" + file, "", "", "create view v as select * from a");
        return file;
    }

    /** An H2 file with one table, which asks for user {@code ada} and the password. */
    static Path h2(Path folder) throws SQLException {
        Path file = folder.resolve("shop.mv.db");
        run("jdbc:h2:file:" + folder.resolve("shop"), "ada", PASSWORD, "create table t (id int primary key)");
        return file;
    }

    private static void run(String url, String user, String password, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
