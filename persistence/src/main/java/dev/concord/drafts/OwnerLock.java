package dev.concord.drafts;

import dev.concord.disk.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows that a file of drafts has a living owner: a lock on a file beside it, which the system releases when the owner's
 * process ends in whatever way. The file of drafts itself is not locked, because it is replaced when it is compacted.
 * Safe to share between threads.
 */
final class OwnerLock implements AutoCloseable {
    /**
     * The locks this process holds. A second channel on a locked file must not even be opened here: POSIX systems
     * release a process's locks on a file when it closes any of its channels to it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private OwnerLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock; empty when another owner has it, in this process or in another.
     *
     * @throws IOException when the file cannot be made or its file system knows no locks
     */
    static Optional<OwnerLock> take(Path drafts) throws IOException {
        return lock(drafts, false);
    }

    /**
     * Finds out that there is no owner, and keeps it so until this is closed; empty when there is one. Programs that look at the
     * same time do not take each other for owners.
     *
     * @throws IOException when the file cannot be opened or its file system knows no locks
     */
    static Optional<OwnerLock> look(Path drafts) throws IOException {
        return lock(drafts, true);
    }

    private static Optional<OwnerLock> lock(Path drafts, boolean shared) throws IOException {
        Path file = drafts.resolveSibling(drafts.getFileName() + ".lock").toAbsolutePath();
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        Optional<OwnerLock> taken = Optional.empty();
        try {
            FileChannel channel = shared && Files.exists(file)
                    ? FileChannel.open(file, StandardOpenOption.READ)
                    : OwnerOnlyFiles.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                taken = Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, shared))
                        .map(lock -> new OwnerLock(file, channel));
            } finally {
                if (taken.isEmpty()) {
                    channel.close();
                }
            }
            return taken;
        } finally {
            if (taken.isEmpty()) {
                HELD.remove(file);
            }
        }
    }

    /** Whether others can see the lock: somebody may have deleted its file. */
    boolean isVisible() {
        return Files.exists(file);
    }

    /** Releases the lock and deletes its file: there is nothing to own any more. */
    void delete() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
