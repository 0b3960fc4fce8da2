package dev.concord.version;

import dev.concord.record.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The canonical byte string of a row on its way into SHA-256; holds a few kilobytes however long the values are. A value
 * follows the {@link #name} of its column: its tag, whether it is NULL, its length, its bytes. Ready for the next row
 * after {@link #hex}. Not safe to share between threads.
 */
final class DigestStream {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final HexFormat HEX = HexFormat.of();
    private static final int CAPACITY = 4096;

    /** Tag, NULL flag and length. */
    private static final int START = 2 + Long.BYTES;

    /** Up to here a loop is faster than making an array. */
    private static final int SHORT_TEXT = 40;

    private static final int LAST_OF_ONE_BYTE = 0x7f;
    private static final int LAST_OF_TWO_BYTES = 0x7ff;

    /** What a value of a known length, or the start of any other, may need at most. */
    private static final int ROOM = START + 2 * SHORT_TEXT;

    private MessageDigest sha256;
    private final byte[] buffer = new byte[CAPACITY];
    private int end;

    DigestStream() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }

    /** A name as the format has it; makes room for the value that follows. */
    void name(byte[] encoded) {
        raw(encoded);
        if (CAPACITY - end < ROOM) {
            flush();
        }
    }

    void nothing() {
        buffer[end] = '0';
        buffer[end + 1] = 1;
        end += 2;
    }

    void one(char tag, int value) {
        int at = start(tag, 1);
        buffer[at] = (byte) value;
        end = at + 1;
    }

    void four(char tag, int value) {
        int at = start(tag, Integer.BYTES);
        INT.set(buffer, at, value);
        end = at + Integer.BYTES;
    }

    void eight(char tag, long value) {
        int at = start(tag, Long.BYTES);
        LONG.set(buffer, at, value);
        end = at + Long.BYTES;
    }

    void sixteen(char tag, long high, long low) {
        int at = start(tag, 2 * Long.BYTES);
        LONG.set(buffer, at, high);
        LONG.set(buffer, at + Long.BYTES, low);
        end = at + 2 * Long.BYTES;
    }

    /** As plain decimal text. */
    void decimal(char tag, BigDecimal number) {
        if (PlainDecimal.fits(number)) {
            int length = PlainDecimal.write(number, buffer, end + START);
            end = start(tag, length) + length;
        } else {
            text(tag, number.toPlainString());
        }
    }

    /** As UTF-8. */
    void text(char tag, String text) {
        if (text.length() <= SHORT_TEXT && shortText(tag, text)) {
            return;
        }
        if (text.length() <= LongText.CHUNK) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            end = start(tag, utf8.length);
            raw(utf8);
        } else {
            end = start(tag, 0) - Long.BYTES;
            flush();
            sha256 = new LongText(text).appendedTo(sha256);
        }
    }

    void bytes(char tag, Bytes bytes) {
        end = start(tag, bytes.size());
        flush();
        try (InputStream in = bytes.stream()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The length of a value, and what stands in place of its bytes. */
    void insteadOf(char tag, long length, byte[] digest) {
        end = start(tag, length);
        raw(digest);
    }

    /** Bytes that are in the format already. */
    void raw(byte[] bytes) {
        if (CAPACITY - end < bytes.length) {
            flush();
        }
        if (bytes.length > CAPACITY) {
            sha256.update(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, end, bytes.length);
            end += bytes.length;
        }
    }

    String hex() {
        flush();
        return HEX.formatHex(sha256.digest());
    }

    /** Returns where the value's own bytes begin. */
    private int start(char tag, long length) {
        buffer[end] = (byte) tag;
        buffer[end + 1] = 0;
        LONG.set(buffer, end + 2, length);
        return end + START;
    }

    /** Whether it could be done: rarer characters are left to the library. */
    private boolean shortText(char tag, String text) {
        int at = end + START;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= LAST_OF_ONE_BYTE) {
                buffer[at++] = (byte) c;
            } else if (c <= LAST_OF_TWO_BYTES) {
                buffer[at++] = (byte) (0b110_00000 | (c >> 6));
                buffer[at++] = (byte) (0b10_000000 | (c & 0b111111));
            } else {
                return false;
            }
        }
        start(tag, at - end - START);
        end = at;
        return true;
    }

    private void flush() {
        sha256.update(buffer, 0, end);
        end = 0;
    }
}
