package dev.concord.app.cells;

/** How copying ends; switch over it exhaustively. Nothing is ever cut in silence. */
sealed interface CopyOutcome {

    /**
     * The cells were read and written.
     *
     * @param rows how many rows
     * @param gone how many rows were deleted before they could be read whole, and are left out
     */
    record Copied(CopiedText text, int rows, int gone) implements CopyOutcome {}

    /** More cells are selected than are copied at once. */
    record TooMany(long mostRows) implements CopyOutcome {}

    /** The text would be too long. */
    record TooLong(int mostCharacters) implements CopyOutcome {}

    /** A value is too large to be read. */
    record TooLarge(String column) implements CopyOutcome {}

    /** The last row was not found: the rows have moved since. */
    record Moved() implements CopyOutcome {}

    /** The table has no key by which values that are cut in the grid could be read whole, and rows be found that are not loaded. */
    record Unkeyed() implements CopyOutcome {}

    /** The database computes all of these columns, so that no INSERT can set them. */
    record Computed() implements CopyOutcome {}
}
