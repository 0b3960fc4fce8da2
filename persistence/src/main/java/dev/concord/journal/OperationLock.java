package dev.concord.journal;

import dev.concord.disk.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Tells the programs that share a journal whether an operation runs in any of them: each holds a shared lock on one
 * file while it runs one or more. The system releases the lock of a program that crashes.
 *
 * <p>Not safe to share between threads. One for each file in a program, because the system knows only one owner of a
 * program's locks.
 */
final class OperationLock {
    private static final System.Logger LOG = System.getLogger(OperationLock.class.getName());

    private final Path file;
    private Optional<FileChannel> held = Optional.empty();
    private int running;

    OperationLock(Path file) {
        this.file = file;
    }

    /**
     * Counts an operation of this program.
     *
     * @throws IOException when the file cannot be locked; then the operation is not counted
     */
    void hold() throws IOException {
        if (running == 0) {
            held = Optional.of(locked());
        }
        running++;
    }

    private FileChannel locked() throws IOException {
        FileChannel channel = open();
        try {
            channel.lock(0, Long.MAX_VALUE, true);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Ends an operation that was counted. */
    void release() {
        running--;
        if (running == 0) {
            held.ifPresent(OperationLock::close);
            held = Optional.empty();
        }
    }

    /** Whether no operation runs, in this program or in another. */
    boolean noneRuns() throws IOException {
        if (running > 0) {
            return false;
        }
        if (!Files.exists(file)) {
            return true;
        }
        try (FileChannel channel = open()) {
            // Closing the channel releases the lock.
            return channel.tryLock() != null;
        }
    }

    private FileChannel open() throws IOException {
        return OwnerOnlyFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The lock of an operation could not be released: {0}",
                    e.getClass().getName());
        }
    }
}
