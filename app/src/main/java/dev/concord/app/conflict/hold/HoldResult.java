package dev.concord.app.conflict.hold;

import dev.concord.outcome.SaveOutcome;

/** How holding a row ended, or why it was not held. */
public sealed interface HoldResult {

    /** By a decision, and what became of saving it. */
    record Decided(SaveOutcome outcome) implements HoldResult {}

    /** It was given up. */
    record Released() implements HoldResult {}

    /** The time was over first. */
    record Expired() implements HoldResult {}

    /** Somebody else was changing it, or it could not be reached. */
    record Refused() implements HoldResult {}
}
