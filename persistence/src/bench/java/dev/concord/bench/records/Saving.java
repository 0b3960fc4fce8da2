package dev.concord.bench.records;

/** One person who saves one row again and again, each time with one piece more in stock. */
interface Saving {

    /** Saves the row, however often somebody else is quicker; returns the row as saved. */
    Object again();
}
