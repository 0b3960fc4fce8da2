package dev.concord.version;

import dev.concord.record.Bytes;
import dev.concord.record.Sha256;
import java.security.MessageDigest;

/** Digests a value larger than {@link dev.concord.record.Value#LARGE}; the digest stands in its place in the digest of the row. */
final class LargeValue {
    /** The bytes of the digest that stands in its place. */
    static final int DIGEST = 32;

    private LargeValue() {}

    /** Returns the digest that stands in place of the bytes. */
    static byte[] sha256(Bytes bytes) {
        MessageDigest sha256 = Sha256.begin();
        bytes.update(sha256);
        return sha256.digest();
    }
}
