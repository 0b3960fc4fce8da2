package dev.concord.query;

import dev.concord.record.Row;

/**
 * A place between two rows of a table, in one order and under one filter. Pages carry the places at their two ends; callers pass
 * them on.
 */
public sealed interface Position {

    /** An end of the table. */
    enum End implements Position {
        /** Before the first row. */
        FIRST,
        /** After the last row. */
        LAST
    }

    /** Which side of a row. */
    enum Side {
        BEFORE,
        AFTER
    }

    /**
     * Beside the rows that have some values, whether there are such rows or not: how pages are found by an index, at any depth.
     *
     * @param values the values of the first columns of the order, all of them or fewer; other columns are not looked at
     * @param side before the first or after the last row with these values
     */
    record Beside(Row values, Side side) implements Position {}

    /**
     * After a number of rows, for orders in which a page cannot begin beside a row: the database has to count them off.
     *
     * @param rows how many rows are before this place, at least 0
     * @param byKey whether the rows come in the order of their key, which some databases cannot sort by
     */
    record Counted(long rows, boolean byKey) implements Position {}

    /** The place before the rows that have some values in the first columns of the order. */
    static Position before(Row values) {
        return new Beside(values, Side.BEFORE);
    }

    /** The place after the rows that have some values in the first columns of the order. */
    static Position after(Row values) {
        return new Beside(values, Side.AFTER);
    }
}
