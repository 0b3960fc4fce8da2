package dev.concord.outcome;

import dev.concord.record.Snapshot;

/** What became of work that is done again when it meets a colleague; switch over it exhaustively. */
public sealed interface RetryOutcome {

    /** How often it was tried; at least once. */
    int tries();

    /**
     * The row is in the database as the work made it.
     *
     * @param snapshot the row as the database holds it now
     */
    record Saved(Snapshot snapshot, int tries) implements RetryOutcome {}

    /**
     * Nothing was written.
     *
     * @param last what the last try came to. {@link Outcome.Stale} and {@link Outcome.LockTimeout} mean that all tries
     *     were used up; anything else would be the same however often it is tried
     */
    record NotSaved(Outcome.Unwritten last, int tries) implements RetryOutcome {}
}
