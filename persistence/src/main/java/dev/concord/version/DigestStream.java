package dev.concord.version;

import dev.concord.record.Bytes;
import dev.concord.record.Sha256;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The canonical byte string of a row on its way into SHA-256; holds a few kilobytes however long the values are. A value
 * follows the {@link #name} of its column: its tag, whether it is NULL, its length, its bytes. Ready for the next row
 * after {@link #end}. Not safe to share between threads.
 *
 * <p>Each method takes the position in the buffer where it writes and returns the position after it. In a field, the position
 * would be stored and loaded for each column, and each load would wait for the store.
 */
final class DigestStream {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final int CAPACITY = 4096;

    /** Tag, NULL flag and length. */
    private static final int START = 2 + Long.BYTES;

    /** The longest text, in characters, for which a loop is faster than making an array. */
    private static final int SHORT_TEXT = 40;

    /** The first characters of two bytes and of three. */
    private static final int TWO_BYTES = 0x80;

    private static final int THREE_BYTES = 0x800;

    /** The longest text, in characters, that is encoded as a whole. */
    private static final int WHOLE_TEXT = 2048;

    /** The most bytes that a short text, a number or the start of a longer value needs. */
    private static final int ROOM = START + 2 * SHORT_TEXT;

    private MessageDigest sha256 = Sha256.begin();
    private final byte[] buffer = new byte[CAPACITY];
    /** How many bytes the digest has seen. */
    private long seen;

    /** Writes an encoded name, and makes room for the value that follows. */
    int name(byte[] encoded, int at) {
        int next = raw(encoded, at);
        return CAPACITY - next < ROOM ? flush(next) : next;
    }

    int nothing(int at) {
        buffer[at] = '0';
        buffer[at + 1] = 1;
        return at + 2;
    }

    int one(char tag, int value, int at) {
        int from = start(tag, 1, at);
        buffer[from] = (byte) value;
        return from + 1;
    }

    int four(char tag, int value, int at) {
        int from = start(tag, Integer.BYTES, at);
        INT.set(buffer, from, value);
        return from + Integer.BYTES;
    }

    int eight(char tag, long value, int at) {
        int from = start(tag, Long.BYTES, at);
        LONG.set(buffer, from, value);
        return from + Long.BYTES;
    }

    int sixteen(char tag, long high, long low, int at) {
        int from = start(tag, 2 * Long.BYTES, at);
        LONG.set(buffer, from, high);
        LONG.set(buffer, from + Long.BYTES, low);
        return from + 2 * Long.BYTES;
    }

    /** As plain decimal text. */
    int decimal(char tag, BigDecimal number, int at) {
        if (PlainDecimal.fits(number)) {
            int length = PlainDecimal.write(number, buffer, at + START);
            return start(tag, length, at) + length;
        }
        return text(tag, number.toPlainString(), Long.MAX_VALUE, at);
    }

    /**
     * As UTF-8.
     *
     * @param most bytes; a longer text is represented by its own digest
     */
    int text(char tag, String text, long most, int at) {
        if (text.length() <= SHORT_TEXT) {
            int from = at + START;
            int end = shortText(text, from);
            if (end > 0) {
                start(tag, end - from, at);
                return end;
            }
        }
        if (text.length() <= WHOLE_TEXT) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return raw(utf8, start(tag, utf8.length, at));
        }
        flush(start(tag, 0, at) - Long.BYTES);
        LongText longText = new LongText(text, most);
        sha256 = longText.appendedTo(sha256, seen);
        seen += longText.size();
        return 0;
    }

    int bytes(char tag, Bytes bytes, int at) {
        flush(start(tag, bytes.size(), at));
        bytes.update(sha256);
        seen += bytes.size();
        return 0;
    }

    /** Writes the length of a value, and a digest in place of its bytes. */
    int insteadOf(char tag, long length, byte[] digest, int at) {
        return raw(digest, start(tag, length, at));
    }

    /** Writes bytes that are encoded already. */
    int raw(byte[] bytes, int at) {
        int from = CAPACITY - at < bytes.length ? flush(at) : at;
        if (bytes.length > CAPACITY) {
            sha256.update(bytes);
            seen += bytes.length;
            return 0;
        }
        System.arraycopy(bytes, 0, buffer, from, bytes.length);
        return from + bytes.length;
    }

    /** Returns the digest of all that was written. */
    Bytes end(int at) {
        flush(at);
        seen = 0;
        return Bytes.of(sha256);
    }

    /** Returns where the value's own bytes begin. Two stores: no length comes near the 48 bits this leaves for it. */
    private int start(char tag, long length, int at) {
        LONG.set(buffer, at, ((long) tag << (Long.SIZE - Byte.SIZE)) | (length >>> Short.SIZE));
        SHORT.set(buffer, at + Long.BYTES, (short) length);
        return at + START;
    }

    /** Returns where the text ends in the buffer; 0 when it has characters of more than two bytes. */
    private int shortText(String text, int from) {
        byte[] bytes = buffer;
        int length = text.length();
        int end = from;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < TWO_BYTES) {
                bytes[end++] = (byte) c;
            } else if (c < THREE_BYTES) {
                bytes[end++] = (byte) (0xc0 | (c >> 6));
                bytes[end++] = (byte) (0x80 | (c & 0x3f));
            } else {
                return 0;
            }
        }
        return end;
    }

    private int flush(int at) {
        sha256.update(buffer, 0, at);
        seen += at;
        return 0;
    }
}
