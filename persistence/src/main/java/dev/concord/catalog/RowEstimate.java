package dev.concord.catalog;

/**
 * The approximate number of rows of a table; a large table is not counted.
 *
 * @param rows never negative
 * @param precision how accurate the number is
 */
public record RowEstimate(long rows, Precision precision) {

    /** How accurate the number is. */
    public enum Precision {
        /** Counted. */
        EXACT,
        /** From the database's statistics, which may be hours old. */
        ABOUT,
        /** Counting stopped at this number. */
        AT_LEAST
    }
}
