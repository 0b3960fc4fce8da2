package dev.concord.version;

import dev.concord.record.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The canonical byte string of a row on its way into SHA-256; holds a few kilobytes however long the values are. Ready
 * for the next row after {@link #hex}. Not safe to share between threads.
 */
final class DigestStream {
    private static final int CAPACITY = 4096;
    private static final HexFormat HEX = HexFormat.of();

    private MessageDigest sha256;
    private final ByteBuffer buffer = ByteBuffer.allocate(CAPACITY);

    DigestStream() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }

    void tag(int oneByte) {
        room(Byte.BYTES).put((byte) oneByte);
    }

    void number(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void number(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** The length, then the number as plain decimal text. */
    void decimal(BigDecimal number) {
        if (PlainDecimal.fits(number)) {
            PlainDecimal.write(number, room(Long.BYTES + PlainDecimal.LONGEST));
        } else {
            text(number.toPlainString());
        }
    }

    /** The length in bytes, then UTF-8. */
    void text(String text) {
        if (text.length() <= LongText.CHUNK) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            number((long) utf8.length);
            raw(utf8);
        } else {
            flush();
            sha256 = new LongText(text).appendedTo(sha256);
        }
    }

    /** The length, then the bytes. */
    void bytes(Bytes bytes) {
        number((long) bytes.size());
        flush();
        byte[] chunk = buffer.array();
        try (InputStream in = bytes.stream()) {
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                sha256.update(chunk, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are part of the format already. */
    void raw(byte[] bytes) {
        if (bytes.length > buffer.remaining()) {
            flush();
        }
        if (bytes.length > CAPACITY) {
            sha256.update(bytes);
        } else {
            buffer.put(bytes);
        }
    }

    String hex() {
        flush();
        return HEX.formatHex(sha256.digest());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        sha256.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
