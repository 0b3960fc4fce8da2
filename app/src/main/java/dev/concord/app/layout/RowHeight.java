package dev.concord.app.layout;

/** How high the rows of every table are. */
public enum RowHeight {
    /** As many rows as can be read, which is the default. */
    COMPACT,
    /** Fewer rows with more room around their text. */
    COMFORTABLE
}
