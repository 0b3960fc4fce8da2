package dev.concord.version;

import dev.concord.record.Value;

/**
 * Makes the next version of a row from its present one: for tables whose other writers count in a way of their own.
 *
 * <p>It must never lead back to a version the row had before, or a stale write would pass for a fresh one. One that
 * returns the version it was given, or NULL, has not moved: the write is refused rather than made unnoticeable. Called
 * while a row may be locked, from any thread, and more than once for one write; so it should be quick and ask nobody.
 */
@FunctionalInterface
public interface Successor {

    /**
     * Returns the version after the given one.
     *
     * @param present the row's version; NULL for a new row, and for an old row that never had one
     */
    Value after(Value present);
}
