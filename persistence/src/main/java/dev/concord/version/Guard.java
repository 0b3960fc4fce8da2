package dev.concord.version;

/** How one table's writes are checked against a colleague's. */
public sealed interface Guard {

    /**
     * By a version column that every writer moves.
     *
     * @param column the column's name
     * @param kind how it moves
     */
    record ByColumn(String column, VersionKind kind) implements Guard {}

    /** By the SHA-256 digest of the whole row; needs nothing of the table. */
    record ByDigest() implements Guard {}

    /** By both: the column is moved for other programs, the digest is the proof. */
    record ByBoth(ByColumn column) implements Guard {}

    /** How a version column moves. */
    enum VersionKind {
        /** 1 on insert, one more on each update. */
        INTEGER,
        /** The database's clock, strictly increasing. */
        TIMESTAMP,
        /** A fresh random UUID on each write. */
        UUID
    }
}
