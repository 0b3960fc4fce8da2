package dev.concord.app.gateway.access;

import dev.concord.record.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A secret that a client sends, and what it may do with it. The secret itself is not kept, only its digest: who reads the
 * settings cannot use it. Secrets are long and random, so the digest needs no salt.
 *
 * @param name for people, in messages; not secret
 * @param sha256 the SHA-256 of the secret's UTF-8, 64 lower-case hexadecimal digits
 * @param rights what it allows
 */
public record Token(String name, String sha256, Rights rights) {
    /** Characters below which a secret could be guessed. */
    public static final int SHORTEST = 16;

    /** Returns the token of a secret; empty when it is too short to be one. */
    public static Optional<Token> ofSecret(String name, String secret, Rights rights) {
        return secret.length() < SHORTEST ? Optional.empty() : Optional.of(new Token(name, digest(secret), rights));
    }

    /** Whether a client's secret is this one; takes as long for a wrong one as for the right one. */
    boolean isOf(String secret) {
        return MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII), digest(secret).getBytes(StandardCharsets.US_ASCII));
    }

    private static String digest(String secret) {
        return HexFormat.of().formatHex(Sha256.of(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
