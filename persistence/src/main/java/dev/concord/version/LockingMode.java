package dev.concord.version;

/** Whether a write must carry a version token. */
public enum LockingMode {
    /** Tokens are neither shown nor checked. */
    IGNORED,
    /** A token is checked when the write carries one. */
    OPTIONAL,
    /** A write without a token is refused. */
    REQUIRED
}
