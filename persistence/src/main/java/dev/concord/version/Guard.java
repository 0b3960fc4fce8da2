package dev.concord.version;

/**
 * How one table's writes are checked against a colleague's. A guard that cannot prove a row unchanged alone is helped
 * by the digest without being asked; see {@link TableGuard#doubledBecause()}.
 *
 * <table>
 * <caption>What each can prove</caption>
 * <tr><th>guard</th><th>another program's write</th><th>deleted, and inserted again with the same key</th></tr>
 * <tr><td>counter</td><td>if that program counts too</td><td>not if it has come to the same number: a new row starts
 * at 1 as the old one did</td></tr>
 * <tr><td>timestamp</td><td>if that program sets it too</td><td>noticed</td></tr>
 * <tr><td>UUID</td><td>if that program sets it too</td><td>noticed</td></tr>
 * <tr><td>database-made</td><td>as far as the database's own rule goes</td><td>as its rule goes</td></tr>
 * <tr><td>row version</td><td>always</td><td>noticed</td></tr>
 * <tr><td>digest</td><td>always, if a value is different from before</td><td>noticed, unless every value is the same
 * again</td></tr>
 * </table>
 *
 * <p>No guard of single rows prevents write skew: two people who each read two rows, and each change the other one,
 * both save. A rule over several rows is the database's to keep (a constraint, or SERIALIZABLE).
 */
public sealed interface Guard {

    /** By one value in the row that moves on every write. */
    sealed interface ByVersion extends Guard {}

    /**
     * By a version column that every writer, or the database, moves.
     *
     * @param column the column's name
     * @param kind how it moves
     */
    record ByColumn(String column, VersionKind kind) implements ByVersion {}

    /**
     * By a version column that moves as the caller says. It lives in the program only: a function cannot be kept in a
     * settings file.
     *
     * @param column the column's name
     * @param successor makes the next version
     */
    record ByFunction(String column, Successor successor) implements ByVersion {}

    /**
     * By PostgreSQL's own {@code xmin}, the transaction that wrote the row: it moves on every update by anybody and
     * needs nothing of the table. Only PostgreSQL has it, and there only a table of its own, not a view or a foreign
     * table; elsewhere the digest takes its place. It has 32 bits, so a token could come back after four billion
     * transactions, and two writes within one transaction share it, which only the writer himself could mistake.
     */
    record ByRowVersion() implements ByVersion {}

    /** By the SHA-256 digest of the whole row; needs nothing of the table. */
    record ByDigest() implements Guard {}

    /** By both: the column is moved for other programs, the digest is the proof. */
    record ByBoth(ByColumn column) implements Guard {}

    /** How a version column moves. */
    enum VersionKind {
        /** 1 on insert, one more on each update. */
        INTEGER,
        /** The database's clock, strictly increasing even when the clock stands or steps back. */
        TIMESTAMP,
        /** A fresh random UUID on each write. */
        UUID,
        /**
         * The database itself: a trigger, a generated column, {@code ON UPDATE CURRENT_TIMESTAMP}. Never assigned, on
         * insert neither; only compared and read back. Any type of column.
         */
        DATABASE
    }
}
