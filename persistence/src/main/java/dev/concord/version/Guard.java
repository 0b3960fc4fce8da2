package dev.concord.version;

/**
 * How one table's writes are checked against a colleague's, and what they move so that other programs notice them. A
 * guard that cannot prove a row unchanged alone is helped by the digest without being asked; see
 * {@link TableGuard#doubledBecause()}.
 *
 * <p>A version column protects only against writers that move it. So it is the proof alone only where a person has said
 * that every program that writes the table moves it, or that the database does; otherwise it is moved for the sake of
 * other programs, and the digest is the proof ({@link ByBoth}).
 *
 * <p>PostgreSQL keeps the transaction that wrote each row, {@code xmin}. Where the digest is the proof, it is compared
 * first, in the same statement that writes: if it is still the one that was read, nobody has written the row, and the
 * digest need not be computed again. If it is another one, the digest decides; so a row that was only written again with
 * the same values, or a table that was rewritten, is no conflict. {@code xmin} has 32 bits and comes back after four
 * billion transactions.
 *
 * <table>
 * <caption>What each can prove</caption>
 * <tr><th>guard</th><th>another program's write</th><th>deleted, and inserted again with the same key</th></tr>
 * <tr><td>counter</td><td>if that program counts too</td><td>not if it has come to the same number: a new row starts
 * at 1 as the old one did</td></tr>
 * <tr><td>timestamp</td><td>if that program sets it too</td><td>noticed</td></tr>
 * <tr><td>UUID</td><td>if that program sets it too</td><td>noticed</td></tr>
 * <tr><td>database-made</td><td>as far as the database's own rule goes</td><td>as its rule goes</td></tr>
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
     * By a version column alone. Only for columns that every program which writes the table moves, or the database
     * itself: a writer that does not move it is overwritten unseen.
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
