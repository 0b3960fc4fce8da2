package dev.concord.app.browse;

/** What the first column of the grid says about a row. */
enum GridMark {
    NONE,
    /** It is of no record yet: whatever is typed into it begins one. */
    EMPTY,
    /** Its record is new, and not saved. */
    NEW,
    /** It has edits that are not saved. */
    UNSAVED,
    /** It is deleted at the next save. */
    DELETED,
    /** The filter does not let it through any more. */
    OUTSIDE
}
