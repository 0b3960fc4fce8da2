package dev.concord.app.conflict;

import dev.concord.store.SaveOutcome;

/** How holding a row ended, or why it was not held. */
public sealed interface HoldEnd {

    /** By a decision, and what became of saving it. */
    record Decided(SaveOutcome outcome) implements HoldEnd {}

    /** It was given up. */
    record Released() implements HoldEnd {}

    /** The time was over first. */
    record Expired() implements HoldEnd {}

    /** Somebody else was changing it, or it could not be reached. */
    record Refused() implements HoldEnd {}
}
