package dev.concord.outcome;

import dev.concord.record.RecordKey;

/**
 * The outcome of work on a locked row; switch over it exhaustively.
 *
 * @param <T> what the work delivers
 */
public sealed interface LockOutcome<T> {

    /**
     * The row was the caller's, the work was done, and all it wrote is in the database.
     *
     * @param result what the work delivered
     */
    record Done<T>(T result) implements LockOutcome<T> {}

    /** Another transaction kept the row locked for the whole wait; the work was not begun. */
    record Busy<T>(RecordKey key) implements LockOutcome<T> {}

    /** Another transaction has locked the row, and it was to be skipped then; the work was not begun. */
    record Skipped<T>(RecordKey key) implements LockOutcome<T> {}

    /**
     * Nothing was written. {@link Outcome.Stale} and {@link Outcome.Gone} mean that the row was not as the caller knew it, and
     * the work was not begun. An {@link Outcome.Failure} may have come during the work; then all it had written was rolled
     * back, even if the work ignored the failure.
     */
    record Undone<T>(Outcome.Unwritten why) implements LockOutcome<T> {}
}
