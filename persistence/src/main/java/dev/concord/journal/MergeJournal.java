package dev.concord.journal;

import dev.concord.disk.OwnerOnlyFiles;
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
 * Writes every merge to a file before it is written to the database, so that what a person or a colleague had entered
 * can be read there, whatever the merge made of it and even if the program crashes.
 *
 * <p>{@code merges.jsonl} is appended to. It is full when one more entry would make it larger than the limit of bytes,
 * or when it holds as many entries as the limit allows: {@value #MOST_BYTES} bytes and {@value #MOST_ENTRIES} entries
 * unless others are given. A full file is renamed to {@code merges.old.jsonl} by the next entry and replaces the file
 * of that name, whose entries are lost. An entry that is larger than the limit has a file of its own. While an
 * {@link Operation} runs, in this program or in another, no file is replaced: its entries are all kept, and
 * {@code merges.jsonl} may exceed its limits.
 *
 * <p>Only the files' owner can read them, where the file system knows owners. Safe to share between threads and between
 * programs; never call it on the FX thread.
 */
public final class MergeJournal {
    private static final int MOST_BYTES = 10_000_000;
    private static final int MOST_ENTRIES = 500;

    private static final System.Logger LOG = System.getLogger(MergeJournal.class.getName());

    private final Path folder;
    private final long mostBytes;
    private final int mostEntries;
    private final OperationLock operations;

    /** A journal in a folder, which is created with the first entry. One for each folder in a program. */
    public MergeJournal(Path folder) {
        this(folder, MOST_BYTES, MOST_ENTRIES);
    }

    /**
     * A journal with limits of its own.
     *
     * @param mostBytes the most a file may hold, in bytes
     * @param mostEntries the most a file may hold, in entries
     */
    public MergeJournal(Path folder, long mostBytes, int mostEntries) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.mostEntries = mostEntries;
        this.operations = new OperationLock(folder.resolve("merges.running"));
    }

    /** Returns the folder of the journal's files, which may not exist yet. */
    public Path folder() {
        return folder;
    }

    /**
     * Adds an entry, and returns once it is on the disk.
     *
     * @throws IOException when it could not be written; then the merge should not be written to the database either
     */
    public synchronized void append(MergeEntry entry) throws IOException {
        append(entry, () -> {});
    }

    /**
     * Begins an operation that merges several records. None of its entries is dropped before it is closed. It needs no
     * file until it has an entry.
     */
    public Operation begin() {
        return new Operation();
    }

    /** Several merges that belong together, such as those of one bulk save. For one thread; close it in the end. */
    public final class Operation implements AutoCloseable {
        private boolean holding;

        private Operation() {}

        /**
         * Adds an entry, and returns once it is on the disk.
         *
         * @throws IOException when it could not be written; then the merge should not be written to the database either
         */
        public void append(MergeEntry entry) throws IOException {
            synchronized (MergeJournal.this) {
                MergeJournal.this.append(entry, this::hold);
            }
        }

        private void hold() throws IOException {
            if (!holding) {
                operations.hold();
                holding = true;
            }
        }

        /** Allows the entries to be dropped, as soon as later ones need the room. */
        @Override
        public void close() {
            synchronized (MergeJournal.this) {
                if (holding) {
                    holding = false;
                    operations.release();
                }
            }
        }
    }

    /**
     * Adds an entry.
     *
     * @param beforeWriting run when all that had to be dropped has been dropped
     */
    private void append(MergeEntry entry, FileAction beforeWriting) throws IOException {
        byte[] line = (JournalLine.of(entry) + "\n").getBytes(StandardCharsets.US_ASCII);
        OwnerOnlyFiles.createFolder(folder);
        // A file of its own, because the journal's is renamed under the lock, which lasts until the channel is closed.
        try (FileChannel guard =
                OwnerOnlyFiles.open(folder.resolve("merges.lock"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            guard.lock();
            FileFill fill = fill(guard);
            if (fill.isFull(line.length, mostBytes, mostEntries) && operations.noneRuns()) {
                Files.move(current(), older(), StandardCopyOption.REPLACE_EXISTING);
                fill = FileFill.EMPTY;
            }
            beforeWriting.run();
            try (FileChannel file = OwnerOnlyFiles.open(current(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                byte[] bytes = tornAtTheEnd(file) ? withLineBreakBefore(line) : line;
                // First, because an entry that was written must not be reported as an error.
                fill.with(bytes.length).writeTo(guard);
                writeAll(file, bytes);
                file.force(true);
            }
        }
    }

    /** Returns how full the current file is; reads it only when something else than this class has changed it. */
    private FileFill fill(FileChannel guard) throws IOException {
        long bytes = Files.exists(current()) ? Files.size(current()) : 0;
        FileFill remembered = FileFill.readFrom(guard);
        return remembered.bytes() == bytes
                ? remembered
                : new FileFill(bytes, lines(current()).size());
    }

    private static void writeAll(FileChannel file, byte[] bytes) throws IOException {
        file.position(file.size());
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    /** Something that may fail as files do. */
    @FunctionalInterface
    private interface FileAction {
        void run() throws IOException;
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

    /** Whether the last line is incomplete, because the program or the computer crashed while writing it. */
    private static boolean tornAtTheEnd(FileChannel file) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
    }

    private static byte[] withLineBreakBefore(byte[] line) {
        return ByteBuffer.allocate(line.length + 1).put((byte) '\n').put(line).array();
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        // Reads any bytes that a crash may have left.
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
