package dev.concord.bench;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL server that keeps its promises, unlike the tests': it writes to disk as one does out of the box. */
public final class DiskPostgres {
    /** The database whose commits wait for the disk. */
    public static final String WAITING = "waiting";

    private DiskPostgres() {}

    /** Creates an empty database. */
    public static DatabaseSettings create(String name) {
        execute("CREATE DATABASE " + name);
        return settings(port(), name);
    }

    /** How to reach a database through some port of this host. */
    public static DatabaseSettings settings(int port, String name) {
        return new DatabaseSettings(
                "jdbc:postgresql://localhost:" + port + "/" + name, "postgres", new Secret("postgres"), false);
    }

    public static int port() {
        return Holder.SERVER.getPort();
    }

    public static void execute(String sql) {
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setErrorRedirector(ProcessBuilder.Redirect.INHERIT)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
