package dev.concord.outcome;

/** What became of a row that can no longer be read: only PostgreSQL, by row-level security, hides rows of a table. */
public enum RowAbsence {
    /** Nobody has a row of that key. */
    DELETED,
    /** Its key is taken, by a row this user may not see. */
    HIDDEN,
    /** The database hides rows from this user and does not say whether this is one of them. */
    UNKNOWN
}
