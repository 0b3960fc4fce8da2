package dev.concord.version;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text too long to be encoded whole: length in bytes, then UTF-8, a chunk at a time. The length comes first, so the
 * text would have to be encoded twice; but most long texts are ASCII, whose length is known. So that is tried first, on a
 * copy of the digest.
 */
final class LongText {
    /** How many characters are encoded at once: few enough to stay in the processor's first cache. */
    static final int CHUNK = 4096;

    private static final int MOST_BYTES_PER_CHAR = 3;

    private final String text;
    private final char[] chars = new char[CHUNK];
    private final CharBuffer in = CharBuffer.wrap(chars);
    private final ByteBuffer out = ByteBuffer.allocate(CHUNK * MOST_BYTES_PER_CHAR);
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    LongText(String text) {
        this.text = text;
    }

    /** Returns the digest to go on with; the one given must not be used again. */
    MessageDigest appendedTo(MessageDigest digest) {
        MessageDigest hopeful = copy(digest);
        update(hopeful, text.length());
        int ascii = 0;
        while (ascii < text.length()) {
            int next = encode(ascii);
            if (out.position() != next - ascii) {
                appendTo(digest, ascii);
                return digest;
            }
            hopeful.update(out.array(), 0, out.position());
            ascii = next;
        }
        return hopeful;
    }

    private void appendTo(MessageDigest digest, int ascii) {
        long length = ascii;
        for (int start = ascii; start < text.length(); ) {
            start = encode(start);
            length += out.position();
        }
        update(digest, length);
        for (int start = 0; start < text.length(); ) {
            start = encode(start);
            digest.update(out.array(), 0, out.position());
        }
    }

    /** Encodes one chunk and returns where the next begins: a surrogate pair is never cut in two. */
    private int encode(int start) {
        int end = Math.min(start + CHUNK, text.length());
        text.getChars(start, end, chars, 0);
        in.clear().limit(end - start);
        out.clear();
        encoder.reset().encode(in, out, end == text.length());
        return start + in.position();
    }

    private static void update(MessageDigest digest, long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", e);
        }
    }
}
