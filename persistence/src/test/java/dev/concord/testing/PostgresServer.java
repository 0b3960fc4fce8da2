package dev.concord.testing;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One PostgreSQL server for each JVM that runs tests; its data live in memory where there is plenty of it and need not
 * survive a crash.
 */
public final class PostgresServer {
    private static final Logger QUIET = Logger.getLogger("io.zonky");

    private PostgresServer() {}

    /** The server's port on this host. */
    public static int port() {
        return Holder.SERVER.getPort();
    }

    /** Creates an empty database. */
    static DatabaseSettings freshDatabase() {
        String name = Names.next();
        execute("CREATE DATABASE " + name);
        return settings(name);
    }

    private static DatabaseSettings settings(String name) {
        return new DatabaseSettings(
                "jdbc:postgresql://localhost:" + port() + "/" + name, "postgres", new Secret("postgres"), false);
    }

    /** Creates an empty database whose text may be any bytes. It is dropped when the running test has ended. */
    public static DatabaseSettings freshDatabaseOfAnyBytes() {
        return freshDatabaseIn("SQL_ASCII");
    }

    /** Creates an empty database whose text has an encoding. It is dropped when the running test has ended. */
    public static DatabaseSettings freshDatabaseIn(String encoding) {
        String name = Names.next();
        execute("CREATE DATABASE " + name + " ENCODING '" + encoding + "' LOCALE 'C' TEMPLATE template0");
        return FreshDatabases.given(Engine.POSTGRESQL, settings(name));
    }

    /** Drops a database, also while others are connected. */
    static void drop(DatabaseSettings settings) {
        execute("DROP DATABASE IF EXISTS " + Names.databaseOf(settings) + " WITH (FORCE)");
    }

    private static void execute(String sql) {
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static void askEveryoneElseForAPassword(File data) {
            try {
                Files.write(
                        data.toPath().resolve("pg_hba.conf"),
                        List.of("host all postgres all trust", "host all all all scram-sha-256"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            QUIET.setLevel(Level.WARNING);
            try {
                return EmbeddedPostgres.builder()
                        .setPort(Names.port())
                        .setDataDirectory(
                                Names.newServerDirectory("concord-postgres").toFile())
                        .setServerConfig("max_wal_size", "256MB")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setDataDirectoryCustomizer(Holder::askEveryoneElseForAPassword)
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
