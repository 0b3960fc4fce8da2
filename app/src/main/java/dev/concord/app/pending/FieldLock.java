package dev.concord.app.pending;

/** Why a field cannot be typed into. */
public enum FieldLock {
    /** It can be typed into. */
    NONE,
    /** The whole record is read-only. */
    RECORD,
    /** A generated column. */
    COMPUTED,
    /** A number the database gives. */
    IDENTITY,
    /** The table's version column, moved on every save. */
    VERSION,
    /** The user has no right to change it. */
    RIGHTS,
    /** Its value is too large to be shown. */
    LARGE
}
