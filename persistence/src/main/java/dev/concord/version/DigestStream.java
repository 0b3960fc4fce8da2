package dev.concord.version;

import dev.concord.record.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The canonical byte string of a row on its way into SHA-256; holds a few kilobytes however long the values are. */
final class DigestStream {
    private static final int CHUNK = 8192;
    private final MessageDigest sha256;

    DigestStream() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }

    void tag(int oneByte) {
        sha256.update((byte) oneByte);
    }

    void number(int value) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value));
    }

    void number(long value) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
    }

    /** The length in bytes, then UTF-8. */
    void text(String text) {
        long[] length = {0};
        encode(text, chunk -> length[0] += chunk.remaining());
        number(length[0]);
        encode(text, sha256::update);
    }

    /** The length, then the bytes. */
    void bytes(Bytes bytes) {
        number((long) bytes.size());
        sha256.update(bytes.toArray());
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void encode(String text, Consumer<ByteBuffer> sink) {
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer in = CharBuffer.wrap(text);
        ByteBuffer out = ByteBuffer.allocate(CHUNK);
        CoderResult result;
        do {
            result = encoder.encode(in, out, true);
            out.flip();
            sink.accept(out);
            out.clear();
        } while (result.isOverflow());
    }
}
