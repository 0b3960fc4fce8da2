package dev.concord.version;

/**
 * Whether a write must carry a version token. What the store reads carries its token in every mode but {@link #IGNORED},
 * so for a program that writes what it has read {@link #OPTIONAL} checks no less than {@link #REQUIRED}; they differ for
 * rows that come from elsewhere.
 */
public enum LockingMode {
    /** Tokens are neither shown nor checked. */
    IGNORED,
    /** A token is checked when the write carries one. The default. */
    OPTIONAL,
    /** A write without a token is refused. */
    REQUIRED
}
