package dev.concord.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, by which rows, large values and secrets are known. */
public final class Sha256 {
    private Sha256() {}

    /** Returns a new computation. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform must provide SHA-256", impossible);
        }
    }

    /** Returns the digest of some bytes, 32 bytes. */
    public static byte[] of(byte[] bytes) {
        return begin().digest(bytes);
    }
}
