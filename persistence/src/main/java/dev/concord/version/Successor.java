package dev.concord.version;

import dev.concord.record.Value;

/**
 * Makes the next version of a row from its present one: for tables whose other writers count in a way of their own.
 *
 * <p>It must never return a version the row had before, or a stale write would not be detected. If it returns the
 * version it was given, or NULL, the write is rejected, because other writers could not notice it. Called while a row
 * may be locked, from any thread, and more than once for one write; so it should be quick and must not ask the user or
 * another system.
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
