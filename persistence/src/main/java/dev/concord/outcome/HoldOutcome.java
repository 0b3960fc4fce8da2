package dev.concord.outcome;

import dev.concord.record.RecordKey;

/** How holding a row for a person ended; it is held no longer. */
public sealed interface HoldOutcome {

    /**
     * The decision was written, with this outcome. Or the row could not be locked ({@link Outcome.LockTimeout}: another
     * transaction had locked it; {@link Outcome.Gone}), or the connection was lost ({@link Outcome.Refused}).
     */
    record Ended(SaveOutcome outcome) implements HoldOutcome {}

    /** The person released the row, or this thread was interrupted; nothing was written. */
    record Released(RecordKey key) implements HoldOutcome {}

    /** There was no decision in time, and nothing was written. The decision is cancelled: one that comes later is rejected. */
    record Expired(RecordKey key) implements HoldOutcome {}
}
