package dev.concord.store;

import java.util.List;

/**
 * What one of {@link TwoPeople} does next.
 *
 * @param column the column to change, by its place; begins anew behind the last
 * @param values a number for the value of each column, and one more
 * @param kept whether a transaction that is left open is committed in the end
 */
record Step(int person, int row, Kind kind, int column, List<Integer> values, boolean kept) {

    /** What can be done. To hold is to begin a transaction, change or delete a row, and leave it open. */
    enum Kind {
        READ,
        SAVE,
        DELETE,
        INSERT,
        INCREMENT,
        HOLD_CHANGED,
        HOLD_DELETED
    }

    static Step reading(int person, int row) {
        return new Step(person, row, Kind.READ, 0, List.of(), false);
    }
}
