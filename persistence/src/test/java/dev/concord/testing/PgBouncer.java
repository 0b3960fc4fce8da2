package dev.concord.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real PgBouncer in front of a database of {@link PostgresServer}, on computers that have the program. */
public final class PgBouncer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final int port;
    private final Path directory;

    /**
     * Starts the program.
     *
     * @param program its file
     * @param mode the word of its setting {@code pool_mode}
     * @param size the number of connections to the server
     */
    public PgBouncer(Path program, String mode, int size) {
        this.port = Names.port();
        this.directory = Names.newServerDirectory("concord-pgbouncer");
        try {
            Path users = Files.writeString(directory.resolve("users.txt"), "\"postgres\" \"postgres\"\n");
            Path settings = Files.write(
                    directory.resolve("pgbouncer.ini"),
                    List.of(
                            "[databases]",
                            "* = host=127.0.0.1 port=" + PostgresServer.port(),
                            "[pgbouncer]",
                            "listen_addr = 127.0.0.1",
                            "listen_port = " + port,
                            "unix_socket_dir =",
                            "auth_type = trust",
                            "auth_file = " + users,
                            "pool_mode = " + mode,
                            "default_pool_size = " + size,
                            "max_client_conn = 100"));
            directory.toFile().setReadable(true, false);
            directory.toFile().setExecutable(true, false);
            this.process = new ProcessBuilder(command(program, settings))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log.txt").toFile())
                    .start();
            waitUntilReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It refuses to run as root, so root lets another user run it. */
    private static List<String> command(Path program, Path settings) {
        List<String> command = List.of(program.toString(), settings.toString());
        return "root".equals(System.getProperty("user.name"))
                ? Stream.concat(Stream.of(command.getFirst(), "-u", "nobody"), Stream.of(command.getLast()))
                        .toList()
                : command;
    }

    /** Returns the program; empty where it is not installed. */
    public static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")).map(Path::of), Stream.of(Path.of("/usr/sbin")))
                .map(folder -> folder.resolve("pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The port to connect to. */
    public int port() {
        return port;
    }

    private void waitUntilReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException _) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("PgBouncer does not start: " + Files.readString(directory.resolve("log.txt")));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Names.deleteTree(directory);
    }
}
