package dev.concord.testing;

import dev.concord.database.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Names and places no two tests share. */
final class Names {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final int LOWEST_PORT = 15_000;
    private static final int HIGHEST_PORT = 30_000;

    private Names() {}

    /** Returns a name for a database, unique in this JVM. */
    static String next() {
        return "concord_" + LAST.incrementAndGet();
    }

    /** Returns the name of a server's database. */
    static String databaseOf(DatabaseSettings settings) {
        return settings.address().substring(settings.address().lastIndexOf('/') + 1);
    }

    /**
     * Returns a port of this host that is free, and will be when a server has been made ready to take it: from below those
     * that systems hand out to whoever connects to something.
     */
    static int port() {
        return ThreadLocalRandom.current()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .filter(Names::free)
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    /** Returns this JVM's own directory, deleted when the JVM ends. */
    static Path temporaryDirectory() {
        return Holder.DIRECTORY;
    }

    /**
     * Returns a directory for databases that insist on waiting for the disk: in memory where the system has plenty of
     * it, deleted when the JVM ends.
     */
    static Path directoryWithoutWaiting() {
        return Hasty.DIRECTORY;
    }

    /**
     * Creates a directory for the data of a server, in memory where the system has plenty of it: there a database is
     * created in a tenth of the time. Whoever asks must delete it.
     */
    static Path newServerDirectory(String prefix) {
        try {
            return Memory.PLENTY
                    ? Files.createTempDirectory(Memory.DIRECTORY, prefix)
                    : Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a database's file in {@link #directoryWithoutWaiting()}, and its journal and other files beside it. */
    static void deleteWhatBeginsWith(Path file) {
        try (DirectoryStream<Path> beside =
                Files.newDirectoryStream(directoryWithoutWaiting(), file.getFileName() + "*")) {
            for (Path each : beside) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a directory and everything in it. */
    static void deleteTree(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final Path DIRECTORY = deletedAtTheEnd(create());

        private static Path create() {
            try {
                return Files.createTempDirectory("concord-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The system's files in memory. */
    private static final class Memory {
        static final Path DIRECTORY = Path.of("/dev/shm");
        private static final long ENOUGH_BYTES = 3L << 30;
        static final boolean PLENTY = plenty();

        private static boolean plenty() {
            try {
                return Files.isWritable(DIRECTORY)
                        && Files.getFileStore(DIRECTORY).getUsableSpace() > ENOUGH_BYTES;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Hasty {
        static final Path DIRECTORY =
                Memory.PLENTY ? deletedAtTheEnd(newServerDirectory("concord-test")) : temporaryDirectory();
    }

    private static Path deletedAtTheEnd(Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteTree(directory)));
        return directory;
    }
}
