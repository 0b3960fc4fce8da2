package dev.concord.drafts;

import dev.concord.record.Bytes;
import dev.concord.record.Snapshot;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * The bytes of a file of drafts. It begins with 20 bytes: {@value #MAGIC} in ASCII, the format's version, the number of
 * the {@link Sealing}, and the CRC-32C (RFC 3720) of these 16 bytes. Entries follow: the length of the sealed entry, the
 * CRC-32C of that length and the sealed entry, and the sealed entry. Numbers have four bytes, the highest first. The
 * first entry names the database; each other one is a {@link DraftEntry}.
 *
 * <p>A file is valid up to its first entry that is incomplete or does not match its CRC. The length is part of the CRC,
 * because four zero bytes followed by the CRC of nothing, which is zero, would be an entry otherwise: a power cut leaves
 * zeros at the end of files.
 */
final class DraftFormat {
    static final int VERSION = 1;
    static final int HEADER = 20;
    static final int FRAME = 8;
    private static final String MAGIC = "CNCDRAFT";

    private DraftFormat() {}

    /** What a file holds. */
    sealed interface Reading {}

    /**
     * The file was read up to its first invalid entry.
     *
     * @param database the first entry; empty bytes when not even that is complete
     * @param entries the last valid entry of each edit, in the order of these entries; none of them is a removal
     * @param whole whether every byte of the file is valid
     * @param damaged whether an entry that is complete does not match its CRC: what follows it cannot be read
     */
    record Entries(Bytes database, SequencedMap<UUID, DraftEntry> entries, boolean whole, boolean damaged)
            implements Reading {}

    /** A version or a sealing of another program, probably of a newer Concord. */
    record Foreign() implements Reading {}

    /** The beginning of the file is damaged, or it is no file of drafts. */
    record Unreadable() implements Reading {}

    /** Returns the beginning of a file. */
    static byte[] header(Sealing sealing) {
        ByteBuffer header = ByteBuffer.allocate(HEADER)
                .put(MAGIC.getBytes(StandardCharsets.US_ASCII))
                .putInt(VERSION)
                .putInt(sealing.number());
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, header.position());
        return header.putInt((int) crc.getValue()).array();
    }

    /** Returns an entry as it stands in the file. */
    static byte[] frame(byte[] sealed) {
        return ByteBuffer.allocate(FRAME + sealed.length)
                .putInt(sealed.length)
                .putInt(crc(sealed))
                .put(sealed)
                .array();
    }

    private static int crc(byte[] sealed) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
        crc.update(sealed);
        return (int) crc.getValue();
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read, or holds a valid entry that this version of the program does not know
     */
    static Reading read(Path file, Sealing sealing) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(new BufferedInputStream(stream), Files.size(file), sealing);
        }
    }

    /** Reads a file of a size from a stream, which the caller closes. */
    static Reading read(InputStream stream, long size, Sealing sealing) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        SequencedMap<UUID, DraftEntry> entries = new LinkedHashMap<>();
        Bytes database = Bytes.of(new byte[0]);
        if (size < HEADER) {
            // Nothing was acknowledged before the header was on the disk.
            return new Entries(database, entries, size == 0, false);
        }
        byte[] header = in.readNBytes(HEADER);
        if (!Arrays.equals(header, header(sealing))) {
            return isIntact(header) ? new Foreign() : new Unreadable();
        }
        Map<UUID, Snapshot> bases = new HashMap<>();
        long valid = HEADER;
        boolean damaged = false;
        while (size - valid >= FRAME) {
            int length = in.readInt();
            int crc = in.readInt();
            if (length < 0 || length > size - valid - FRAME) {
                // An incomplete entry is the last one; after a damaged length there may be others.
                damaged = holdsEntry(in.readAllBytes());
                break;
            }
            byte[] sealed = in.readNBytes(length);
            if (sealed.length < length || crc != crc(sealed)) {
                damaged = true;
                break;
            }
            if (valid == HEADER) {
                database = Bytes.of(sealing.open(sealed));
            } else {
                DraftEntry entry = EntryJson.read(sealing.open(sealed), bases);
                put(entries, bases, entry);
            }
            valid += FRAME + length;
        }
        return new Entries(database, entries, valid == size, damaged);
    }

    /** Whether an entry stands anywhere in some bytes. */
    private static boolean holdsEntry(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        for (int at = 0; at <= bytes.length - FRAME; at++) {
            int length = all.getInt(at);
            if (length > 0
                    && length <= bytes.length - at - FRAME
                    && all.getInt(at + Integer.BYTES)
                            == crc(Arrays.copyOfRange(bytes, at + FRAME, at + FRAME + length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIntact(byte[] header) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, HEADER - Integer.BYTES);
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.wrap(header).getInt(HEADER - Integer.BYTES) == (int) crc.getValue()
                && Arrays.equals(header, 0, magic.length, magic, 0, magic.length);
    }

    /** Takes over an entry, which replaces the edit's entry before. */
    static void put(Map<UUID, DraftEntry> entries, Map<UUID, Snapshot> bases, DraftEntry entry) {
        entries.remove(entry.id());
        bases.remove(entry.id());
        switch (entry) {
            case DraftEntry.Kept(KeptDraft draft) -> keep(entries, bases, entry, draft);
            case DraftEntry.Discarded(KeptDraft draft, var _) -> keep(entries, bases, entry, draft);
            case DraftEntry.Removed _ -> {}
        }
    }

    private static void keep(
            Map<UUID, DraftEntry> entries, Map<UUID, Snapshot> bases, DraftEntry entry, KeptDraft draft) {
        entries.put(entry.id(), entry);
        draft.draft().base().ifPresent(base -> bases.put(entry.id(), base));
    }
}
