package dev.concord.outcome;

import dev.concord.record.Snapshot;

/** The outcome of work that is retried when another writer made it stale; switch over it exhaustively. */
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
     * @param last the outcome of the last try. {@link Outcome.Stale} and {@link Outcome.LockTimeout} mean that all tries were
     *     used; other outcomes are not retried
     */
    record NotSaved(Outcome.Unwritten last, int tries) implements RetryOutcome {}
}
