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
import java.nio.file.attribute.BasicFileAttributes;
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
 * large as what counts in it, a new file with only that replaces it. After an error the file is cut off where it ended before; where that
 * fails as well it is written anew, because it is not known what of the failed write is on the disk. Not safe to share between threads.
 */
final class DraftFile {
    /** A smaller file is not compacted, in bytes. */
    private static final long LEAST_COMPACTED = 1 << 20;

    private static final int GROWTH = 4;

    /** Added to the name of a file whose bytes are preserved although not all of them could be read. */
    static final String DAMAGED = ".damaged";

    /** Added to the name of a file that is to take its place. */
    static final String FRESH = ".new";

    private final Path path;
    private final byte[] database;
    private final Sealing sealing;
    private final SequencedMap<UUID, DraftEntry> entries;
    private final Map<UUID, Snapshot> bases = new HashMap<>();
    /** Empty before the first write and after one that failed: then the file is to be written anew. */
    private Optional<FileChannel> channel = Optional.empty();

    /** Names the file that is written to. */
    private Optional<Object> written = Optional.empty();

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
        if (channel.isPresent() && isReplaced()) {
            // Somebody has deleted it, or put another one in its place: what is appended would be nowhere.
            close();
        }
        if (channel.isEmpty()) {
            rewrite(news);
        } else if (length <= compactAt || !compacted(news)) {
            try {
                append(channel.get(), news);
            } catch (IOException | RuntimeException e) {
                cutOff();
                throw e;
            }
        }
    }

    private boolean isReplaced() {
        return !Files.exists(path) || !identity().equals(written);
    }

    /** Names the file that is there now; empty where the system has no such names. */
    private Optional<Object> identity() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Returns whether the file was compacted; a disk that has no room for two may have room for another entry. */
    private boolean compacted(List<DraftEntry> news) throws IOException {
        try {
            rewrite(news);
            return true;
        } catch (IOException e) {
            if (channel.isEmpty()) {
                throw e;
            }
            compactAt = 2 * length;
            return false;
        }
    }

    /** After a write that failed, the file holds what it held before, so that the next one needs no more room than it does. */
    private void cutOff() throws IOException {
        if (channel.isPresent()) {
            try {
                channel.get().truncate(length);
                channel.get().force(true);
            } catch (IOException unknown) {
                // Then it is not known what is on the disk.
                close();
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
        SequencedMap<UUID, DraftEntry> all = new LinkedHashMap<>(entries);
        news.forEach(entry -> DraftFormat.put(all, new HashMap<>(), entry));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(DraftFormat.header(sealing));
        bytes.writeBytes(DraftFormat.frame(sealing.seal(database)));
        for (DraftEntry entry : all.values()) {
            write(entry, new HashMap<>(), bytes);
        }
        Path fresh = fresh();
        OwnerOnlyFiles.createFolder(OwnerOnlyFiles.folderOf(path));
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel file = OwnerOnlyFiles.open(fresh, StandardOpenOption.WRITE)) {
                writeAll(file, bytes.toByteArray(), 0);
                file.force(true);
            }
            preserve();
            close();
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        OwnerOnlyFiles.forceFolder(OwnerOnlyFiles.folderOf(path));
        channel = Optional.of(FileChannel.open(path, StandardOpenOption.WRITE));
        written = identity();
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

    private Path fresh() {
        return path.resolveSibling(path.getFileName() + FRESH);
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

    /** Closes the file and deletes it, with what a program that ended while it compacted the file has left. */
    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
        Files.deleteIfExists(fresh());
    }
}
