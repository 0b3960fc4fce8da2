package dev.concord.outcome;

import dev.concord.record.RecordKey;

/** How holding a row for a person ended; it is held no longer. */
public sealed interface HoldOutcome {

    /**
     * By the decision, and what became of writing it. Or the row never was held ({@link Outcome.LockTimeout}: somebody else
     * had it; {@link Outcome.Gone}), or the connection broke meanwhile ({@link Outcome.Refused}).
     */
    record Ended(SaveOutcome outcome) implements HoldOutcome {}

    /** The person let it go, or this thread was told to stop; nothing was written. */
    record Released(RecordKey key) implements HoldOutcome {}

    /** Nobody decided in time, and nothing was written. The decision is cancelled, so that it cannot come too late unseen. */
    record Expired(RecordKey key) implements HoldOutcome {}
}
