package dev.concord.drafts;

import dev.concord.disk.OwnerOnlyFiles;
import dev.concord.record.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * One file of drafts that is written to by its owner. Entries are appended; when the file has become several times as
 * large as what counts in it, a new file with only that replaces it. After an error the file is written anew as well,
 * because it is not known what of the failed write is on the disk. Not safe to share between threads.
 */
final class DraftFile {
    /** A smaller file is not compacted, in bytes. */
    private static final long LEAST_COMPACTED = 1 << 20;

    private static final int GROWTH = 4;

    /** Added to the name of a file whose bytes are preserved although not all of them could be read. */
    static final String DAMAGED = ".damaged";

    private final Path path;
    private final byte[] database;
    private final Sealing sealing;
    private final SequencedMap<UUID, DraftEntry> entries;
    private final Map<UUID, Snapshot> bases = new HashMap<>();
    /** Empty before the first write and after one that failed: then the file is to be written anew. */
    private Optional<FileChannel> channel = Optional.empty();

    private long length;
    private long compactAt;
    private boolean preserved;

    /** A file that does not exist yet. */
    DraftFile(Path path, byte[] database, Sealing sealing) {
        this(path, database, sealing, new LinkedHashMap<>(), true);
    }

    /** A file that was read. If not all of it is valid, its bytes are preserved beside it before it is written. */
    DraftFile(Path path, DraftFormat.Entries read, Sealing sealing) {
        this(path, read.database().toArray(), sealing, read.entries(), read.whole());
    }

    private DraftFile(
            Path path, byte[] database, Sealing sealing, SequencedMap<UUID, DraftEntry> entries, boolean preserved) {
        this.path = path;
        this.database = database;
        this.sealing = sealing;
        this.entries = new LinkedHashMap<>(entries);
        this.preserved = preserved;
    }

    /** The last entry of each edit that is neither saved nor taken back. */
    Collection<DraftEntry> entries() {
        return List.copyOf(entries.values());
    }

    Optional<DraftEntry> find(UUID id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * Adds entries, and returns when they are on the disk. Removals of edits the file does not have are left out.
     *
     * @throws IOException when not all could be written; the file then holds what it held before, and perhaps some of them
     */
    void append(List<DraftEntry> more) throws IOException {
        List<DraftEntry> news = more.stream()
                .filter(entry -> !(entry instanceof DraftEntry.Removed) || entries.containsKey(entry.id()))
                .toList();
        if (news.isEmpty()) {
            return;
        }
        if (channel.isEmpty() || length > compactAt) {
            rewrite(news);
        } else {
            try {
                append(channel.get(), news);
            } catch (IOException | RuntimeException e) {
                close();
                throw e;
            }
        }
    }

    private void append(FileChannel file, List<DraftEntry> news) throws IOException {
        Map<UUID, Snapshot> written = new HashMap<>(bases);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (DraftEntry entry : news) {
            write(entry, written, bytes);
        }
        writeAll(file, bytes.toByteArray(), length);
        file.force(false);
        length += bytes.size();
        news.forEach(entry -> DraftFormat.put(entries, bases, entry));
    }

    /** Writes a new file of what counts now, and puts it in this one's place. */
    private void rewrite(List<DraftEntry> news) throws IOException {
        close();
        SequencedMap<UUID, DraftEntry> all = new LinkedHashMap<>(entries);
        news.forEach(entry -> DraftFormat.put(all, new HashMap<>(), entry));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(DraftFormat.header(sealing));
        bytes.writeBytes(DraftFormat.frame(sealing.seal(database)));
        for (DraftEntry entry : all.values()) {
            write(entry, new HashMap<>(), bytes);
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel file = OwnerOnlyFiles.open(fresh, StandardOpenOption.WRITE)) {
                writeAll(file, bytes.toByteArray(), 0);
                file.force(true);
            }
            preserve();
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        OwnerOnlyFiles.forceFolder(OwnerOnlyFiles.folderOf(path));
        channel = Optional.of(FileChannel.open(path, StandardOpenOption.WRITE));
        length = bytes.size();
        compactAt = Math.max(LEAST_COMPACTED, GROWTH * length);
        entries.clear();
        bases.clear();
        all.values().forEach(entry -> DraftFormat.put(entries, bases, entry));
    }

    private void write(DraftEntry entry, Map<UUID, Snapshot> written, ByteArrayOutputStream to) throws IOException {
        byte[] json = EntryJson.of(entry, Optional.ofNullable(written.get(entry.id())));
        to.writeBytes(DraftFormat.frame(sealing.seal(json)));
        DraftFormat.put(new HashMap<>(), written, entry);
    }

    private void preserve() throws IOException {
        if (!preserved) {
            Files.copy(
                    path,
                    path.resolveSibling(path.getFileName() + DAMAGED),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            preserved = true;
        }
    }

    private static void writeAll(FileChannel file, byte[] bytes, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer, at + buffer.position());
        }
    }

    /** Closes the file; it can be written again. */
    void close() throws IOException {
        Optional<FileChannel> open = channel;
        channel = Optional.empty();
        if (open.isPresent()) {
            open.get().close();
        }
    }

    /** Closes the file and deletes it. */
    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }
}
