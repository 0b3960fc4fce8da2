package dev.concord.version;

import dev.concord.record.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests a value larger than {@link dev.concord.record.Value#LARGE}; the digest stands in its place in the digest of the row. */
final class LargeValue {
    /** The bytes of the digest that stands in its place. */
    static final int DIGEST = 32;

    private LargeValue() {}

    /** Returns the digest that stands in place of the bytes. */
    static byte[] sha256(Bytes bytes) {
        MessageDigest sha256 = sha256();
        bytes.update(sha256);
        return sha256.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", e);
        }
    }
}
