package dev.concord.app.gateway.atomic;

import dev.concord.app.gateway.atomic.AnswerFile.Claim;
import dev.concord.dialect.FaultText;
import dev.concord.disk.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The answers that are kept for requests with a key, a file for each, for a day. A request is noted on the disk before it is carried out. Its
 * file stays locked until it is answered; the system releases the lock of a program that crashes. Several programs may share a folder.
 *
 * <p>Only their owner can read the files, where the file system knows owners. One for each folder in a program. Safe to share between
 * threads.
 */
public final class AnswerFolder {
    private static final System.Logger LOG = System.getLogger(AnswerFolder.class.getName());
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final Path folder;
    private final InstantSource clock;

    /** The names of the files in use by this program: the system knows only one owner of its locks. */
    private final Set<String> used = new HashSet<>();

    private volatile Instant cleaned = Instant.MIN;

    /** A folder, which is created with the first answer. */
    public AnswerFolder(Path folder) {
        this(folder, InstantSource.system());
    }

    AnswerFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Looks up a request, or notes it as begun.
     *
     * @throws IOException when it cannot be noted; then it must not be carried out
     */
    Claim claim(Fingerprint request) throws IOException {
        clean();
        if (!use(request.name())) {
            return new Claim.UnderWay();
        }
        Claim claim = new Claim.UnderWay();
        try {
            claim = locked(request);
            return claim;
        } finally {
            if (!(claim instanceof Claim.First)) {
                release(request.name());
            }
        }
    }

    private synchronized boolean use(String name) {
        return used.add(name);
    }

    private synchronized boolean isUsed(String name) {
        return used.contains(name);
    }

    private synchronized void release(String name) {
        used.remove(name);
    }

    private Claim locked(Fingerprint request) throws IOException {
        OwnerOnlyFiles.createFolder(folder);
        FileChannel channel =
                OwnerOnlyFiles.open(folder.resolve(request.name()), StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean first = false;
        try {
            if (channel.tryLock() == null) {
                return new Claim.UnderWay();
            }
            AnswerFile file = new AnswerFile(channel, () -> release(request.name()));
            Claim claim = file.claim(request, clock.instant(), KEPT);
            first = claim instanceof Claim.First;
            return claim;
        } finally {
            if (first) {
                OwnerOnlyFiles.forceFolder(folder);
            } else {
                channel.close();
            }
        }
    }

    /** Deletes what is much older than it is kept, so that nobody can be about to ask for it. */
    private void clean() {
        Instant now = clock.instant();
        if (now.minus(BETWEEN_CLEANINGS).isBefore(cleaned) || !Files.isDirectory(folder)) {
            return;
        }
        cleaned = now;
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT.multipliedBy(2)));
                if (old && !isUsed(String.valueOf(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Old answers could not be deleted: {0}", FaultText.of(e));
        }
    }
}
