package dev.concord.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * How full the journal's current file is. It is stored in the lock file, which is read and written under the lock only,
 * so that programs need not read the journal to count its entries. A size that is not the file's own shows that the
 * count is out of date: a crash came between the two files, or an older version of the program has written.
 *
 * @param bytes the size of the file
 * @param entries the number of its lines
 */
record FileFill(long bytes, long entries) {
    static final FileFill EMPTY = new FileFill(0, 0);

    /** Whether the file has entries, and one more would exceed a limit. */
    boolean isFull(int nextBytes, long mostBytes, int mostEntries) {
        return entries > 0 && (bytes + nextBytes > mostBytes || entries >= mostEntries);
    }

    /** Returns the fill with one entry more. */
    FileFill with(int moreBytes) {
        return new FileFill(bytes + moreBytes, entries + 1);
    }

    /** Reads what was written last; {@link #EMPTY} when nothing was. */
    static FileFill readFrom(FileChannel lockFile) throws IOException {
        ByteBuffer stored = ByteBuffer.allocate(2 * Long.BYTES);
        while (stored.hasRemaining()) {
            if (lockFile.read(stored, stored.position()) < 0) {
                return EMPTY;
            }
        }
        return new FileFill(stored.getLong(0), stored.getLong(Long.BYTES));
    }

    void writeTo(FileChannel lockFile) throws IOException {
        ByteBuffer stored = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(bytes)
                .putLong(entries)
                .flip();
        while (stored.hasRemaining()) {
            lockFile.write(stored, stored.position());
        }
    }
}
