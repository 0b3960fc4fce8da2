package dev.concord.app.paste;

import java.util.Map;

/** The rows of a target as they were read; switch over it exhaustively. */
sealed interface RowsFound {

    /**
     * The rows were read.
     *
     * @param rows those that exist, by their place in the run; a row that was deleted meanwhile has none
     * @param gone names of those deleted meanwhile, by their place
     * @param length how many rows were looked at: to the last one selected, and as many as were asked for
     * @param selected how many of them are selected
     */
    record Rows(Map<Integer, RowToChange> rows, Map<Integer, String> gone, int length, int selected)
            implements RowsFound {
        public Rows {
            rows = Map.copyOf(rows);
            gone = Map.copyOf(gone);
        }
    }

    /** More rows are selected than can be changed at once. */
    record TooMany(int most) implements RowsFound {}

    /** The last row selected was not found: the rows have moved since. */
    record Moved() implements RowsFound {}
}
