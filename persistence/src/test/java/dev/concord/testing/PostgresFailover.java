package dev.concord.testing;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PostgreSQL server, and a standby that has received nothing of it since both started. */
public final class PostgresFailover implements AutoCloseable {
    private final Path directory = Names.newServerDirectory("concord-failover");
    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    /** Starts both; their database {@code postgres} has what the statements made. */
    public PostgresFailover(String... statements) {
        try {
            try (EmbeddedPostgres first = start(directory.resolve("primary"))) {
                execute(first, statements);
            }
            copy(directory.resolve("primary"), directory.resolve("standby"));
            Files.createFile(directory.resolve("standby").resolve("standby.signal"));
            primary = start(directory.resolve("primary"));
            standby = start(directory.resolve("standby"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of the server that is the primary at first. */
    public int primaryPort() {
        return primary.getPort();
    }

    /** The port of the standby. */
    public int standbyPort() {
        return standby.getPort();
    }

    /** The standby takes over; it begins a new timeline. */
    public void promote() {
        execute(standby, "select pg_promote()");
    }

    /** Returns the settings of an address with several ports, of which the first that answers is taken. */
    public static DatabaseSettings at(Integer... ports) {
        String hosts = Stream.of(ports).map(port -> "localhost:" + port).collect(Collectors.joining(","));
        return new DatabaseSettings(
                "jdbc:postgresql://" + hosts + "/postgres", "postgres", new Secret("postgres"), false);
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(Names.port())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void execute(EmbeddedPostgres server, String... statements) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            for (EmbeddedPostgres server : List.of(standby, primary)) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Names.deleteTree(directory);
    }
}
