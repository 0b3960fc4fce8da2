package dev.concord.catalog;

/**
 * The values of dates, times and numbers that a column can hold besides those Java has types for. Each database has its own; they
 * are read and written as the text the server casts them to.
 */
public enum SpecialValues {
    NONE,
    /** Dates and moments: {@code infinity} and {@code -infinity}. */
    INFINITE_TIME,
    /** Times of day: {@code 24:00:00}. */
    END_OF_DAY,
    /** Times below zero, and of a day and more: {@code -838:59:59} to {@code 838:59:59}. */
    LONG_TIME,
    /** Dates with a zero for the month or the day, such as {@code 0000-00-00}. */
    ZERO_DATE,
    /** Numbers larger and texts longer than the column declares: SQLite holds no value to that. */
    ANY_SIZE,
    /** Numbers: {@code NaN}. */
    NOT_A_NUMBER,
    /** Numbers: {@code NaN}, {@code Infinity} and {@code -Infinity}. */
    NOT_FINITE
}
