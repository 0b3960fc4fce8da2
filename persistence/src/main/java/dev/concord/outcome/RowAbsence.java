package dev.concord.outcome;

/** Why a row can no longer be read. Only PostgreSQL hides rows of a table, by row-level security. */
public enum RowAbsence {
    /** There is no row of that key. */
    DELETED,
    /** There is a row of that key that this user may not see. */
    HIDDEN,
    /** The database hides rows from this user and does not show whether this is one of them. */
    UNKNOWN
}
