package dev.concord.outcome;

import dev.concord.record.Snapshot;
import java.util.List;

/**
 * The outcome of each draft of a batch.
 *
 * @param entries one for each draft, in the drafts' order
 */
public record BatchOutcome(List<Entry> entries) {

    /** The outcome of one draft; switch over it exhaustively. */
    public sealed interface Entry {}

    /**
     * The row is in the database as asked.
     *
     * @param snapshot the row as the database holds it now, its token fit for the next write
     */
    public record Saved(Snapshot snapshot) implements Entry {}

    /** The draft was not saved, for a reason of its own; {@link Outcome.Unconfirmed} among them. */
    public record NotSaved(Outcome.Unwritten why) implements Entry {}

    /** The draft was not saved because another one of the batch could not be. */
    public record RolledBack() implements Entry {}

    public BatchOutcome {
        entries = List.copyOf(entries);
    }

    /** Whether every draft was saved. */
    public boolean complete() {
        return saved() == entries.size();
    }

    /** How many drafts were saved. */
    public int saved() {
        return (int) entries.stream().filter(Saved.class::isInstance).count();
    }
}
