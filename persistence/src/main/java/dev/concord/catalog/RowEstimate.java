package dev.concord.catalog;

/**
 * About how many rows a table has, without counting a large one.
 *
 * @param rows never negative
 * @param precision how far to trust the number
 */
public record RowEstimate(long rows, Precision precision) {

    /** How far to trust the number. */
    public enum Precision {
        /** Counted. */
        EXACT,
        /** From the database's statistics, which may be hours old. */
        ABOUT,
        /** Counting stopped here. */
        AT_LEAST
    }
}
