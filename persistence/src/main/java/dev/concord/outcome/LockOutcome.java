package dev.concord.outcome;

import dev.concord.record.RecordKey;

/**
 * What became of work on a locked row; switch over it exhaustively.
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

    /** Somebody else held the row for the whole wait; the work was not begun. */
    record Busy<T>(RecordKey key) implements LockOutcome<T> {}

    /** Somebody else holds the row, and it was to be skipped then; the work was not begun. */
    record Skipped<T>(RecordKey key) implements LockOutcome<T> {}

    /**
     * Nothing is kept. {@link Outcome.Stale} and {@link Outcome.Gone} tell that the row was not, or no longer, as the
     * caller knew it, and the work was not begun. An {@link Outcome.Failure} may have come in the middle of it; then all
     * it had written is undone, whatever the work made of the failure.
     */
    record Undone<T>(Outcome.Unwritten why) implements LockOutcome<T> {}
}
