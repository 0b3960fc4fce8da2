package dev.concord.app.browse;

/** What the first column of the grid says about a row. */
enum GridMark {
    NONE,
    /** It has edits that are not saved. */
    UNSAVED,
    /** It is deleted at the next save. */
    DELETED,
    /** The filter does not let it through any more. */
    OUTSIDE
}
