package dev.concord.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps every merge in a file before it is written to the database, so that nothing a person or a colleague had entered
 * is lost, whatever a merge made of it and whatever happens to the program.
 *
 * <p>{@code merges.jsonl} is appended to; once it is full it becomes {@code merges.old.jsonl}, and what that held is
 * dropped: never more than {@value #MOST_BYTES} bytes or {@value #MOST_ENTRIES} entries in each (but one entry, however
 * large, always fits). Only the files' owner can read them, where the file system knows owners. Safe to share between
 * threads, and programs; never call it on the FX thread.
 */
public final class MergeJournal {
    private static final int MOST_BYTES = 10_000_000;
    private static final int MOST_ENTRIES = 500;

    private static final System.Logger LOG = System.getLogger(MergeJournal.class.getName());

    private final Path folder;
    private final int mostBytes;
    private final int mostEntries;

    /** A journal in a folder, which is created when it is first needed. One for each folder in a program. */
    public MergeJournal(Path folder) {
        this(folder, MOST_BYTES, MOST_ENTRIES);
    }

    /** A journal that is full sooner. */
    MergeJournal(Path folder, int mostBytes, int mostEntries) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.mostEntries = mostEntries;
    }

    /** Where its files are, or will be. */
    public Path folder() {
        return folder;
    }

    /**
     * Adds an entry, and returns once it is on the disk.
     *
     * @throws IOException when it could not be kept; then the merge should not be written either
     */
    public synchronized void append(MergeEntry entry) throws IOException {
        byte[] line = (JournalLine.of(entry) + "\n").getBytes(StandardCharsets.US_ASCII);
        OwnerOnlyFiles.createFolder(folder);
        // Of its own, because the journal itself is moved away under the lock, which lasts until the channel is closed.
        try (FileChannel guard = OwnerOnlyFiles.open(folder.resolve("merges.lock"), StandardOpenOption.WRITE)) {
            guard.lock();
            makeRoom(line.length);
            try (FileChannel file = OwnerOnlyFiles.open(current(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                file.position(file.size());
                ByteBuffer bytes = ByteBuffer.wrap(tornAtTheEnd(file) ? withLineBefore(line) : line);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
        }
    }

    /**
     * Returns what the journal holds, oldest first. A line a crash has torn is left out, and logged.
     *
     * @throws IOException when the journal is there but cannot be read
     */
    public synchronized List<MergeEntry> entries() throws IOException {
        List<MergeEntry> entries = new ArrayList<>();
        int torn = 0;
        for (Path file : List.of(older(), current())) {
            for (String line : lines(file)) {
                var entry = JournalLine.read(line);
                entry.ifPresent(entries::add);
                torn += entry.isEmpty() ? 1 : 0;
            }
        }
        if (torn > 0) {
            LOG.log(System.Logger.Level.WARNING, "Lines of the journal of merges that cannot be read: {0}", torn);
        }
        return entries;
    }

    private void makeRoom(int bytes) throws IOException {
        if (!Files.exists(current())) {
            return;
        }
        boolean full =
                Files.size(current()) + bytes > mostBytes || lines(current()).size() >= mostEntries;
        if (full) {
            Files.move(current(), older(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether the last line has no end, because the program or the computer came to its own end there. */
    private static boolean tornAtTheEnd(FileChannel file) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
    }

    private static byte[] withLineBefore(byte[] line) {
        return ByteBuffer.allocate(line.length + 1).put((byte) '\n').put(line).array();
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        // Whatever a crash has left there, it is bytes.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> !line.isBlank()).toList();
        }
    }

    private Path current() {
        return folder.resolve("merges.jsonl");
    }

    private Path older() {
        return folder.resolve("merges.old.jsonl");
    }
}
