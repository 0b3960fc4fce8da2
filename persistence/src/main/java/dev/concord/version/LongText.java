package dev.concord.version;

import dev.concord.record.Sha256;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Adds a text that is too long to be encoded as a whole to a digest: its length in bytes, then its UTF-8 in chunks. The length
 * comes first, so the text would have to be encoded twice; but most long texts are ASCII, whose length is known. So ASCII is
 * tried first, on a copy of the digest.
 */
final class LongText {
    /**
     * How many characters are encoded at once: so few that the processor encodes them while SHA-256 waits for its own results.
     */
    private static final int CHUNK = 256;

    /** The block of SHA-256 in bytes. */
    private static final int BLOCK = 64;

    private static final int MOST_BYTES_PER_CHAR = 3;

    private final String text;
    private final long most;
    private final char[] chars = new char[CHUNK];
    private final CharBuffer in = CharBuffer.wrap(chars);
    private final ByteBuffer out = ByteBuffer.allocate(CHUNK * MOST_BYTES_PER_CHAR);
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private long length;

    /**
     * A text to be digested.
     *
     * @param most bytes that are digested themselves; in place of more there is their own digest
     */
    LongText(String text, long most) {
        this.text = text;
        this.most = most;
        this.length = text.length();
    }

    /**
     * Returns the digest to go on with; the one given must not be used again.
     *
     * @param before how many bytes the digest has seen: chunks end where its blocks do, or each would be cut in two
     */
    MessageDigest appendedTo(MessageDigest digest, long before) {
        int ascii = 0;
        if (length <= most) {
            MessageDigest hopeful = copy(digest);
            update(hopeful, length);
            int size = CHUNK - (int) ((before + Long.BYTES) % BLOCK);
            for (int next = encode(0, size); out.position() == next - ascii; next = encode(ascii, CHUNK)) {
                hopeful.update(out.array(), 0, out.position());
                ascii = next;
                if (ascii == text.length()) {
                    return hopeful;
                }
            }
        }
        length = utf8Length(ascii);
        update(digest, length);
        if (length <= most) {
            encodeInto(digest);
        } else {
            MessageDigest own = Sha256.begin();
            encodeInto(own);
            digest.update(own.digest());
        }
        return digest;
    }

    /** Returns how many bytes stand for the text; known once it is {@linkplain #appendedTo appended}. */
    long size() {
        return Long.BYTES + (length <= most ? length : LargeValue.DIGEST);
    }

    private long utf8Length(int ascii) {
        long counted = ascii;
        for (int start = ascii; start < text.length(); ) {
            start = encode(start, CHUNK);
            counted += out.position();
        }
        return counted;
    }

    private void encodeInto(MessageDigest digest) {
        for (int start = 0; start < text.length(); ) {
            start = encode(start, CHUNK);
            digest.update(out.array(), 0, out.position());
        }
    }

    /** Encodes one chunk and returns where the next begins: a surrogate pair is never cut in two. */
    private int encode(int start, int size) {
        int end = Math.min(start + size, text.length());
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
