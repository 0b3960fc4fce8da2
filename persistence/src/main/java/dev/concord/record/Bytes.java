package dev.concord.record;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes, compared by content. */
public final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies the given bytes. */
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** Completes a digest and returns its bytes; the digest is reset. */
    public static Bytes of(MessageDigest digest) {
        return new Bytes(digest.digest());
    }

    /** Returns the number of bytes. */
    public int size() {
        return content.length;
    }

    /** Returns the first bytes; all of them where there are not so many. */
    public Bytes first(int most) {
        return size() <= most ? this : new Bytes(Arrays.copyOf(content, most));
    }

    /** Returns a fresh copy. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Returns a stream over the content, without copying it. */
    public InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    /** Adds the bytes to a digest, without copying them. */
    public void update(MessageDigest digest) {
        digest.update(content);
    }

    /** Returns two lower-case hex digits for each byte. */
    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes b && Arrays.equals(content, b.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Returns the size only: contents stay out of logs. */
    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
