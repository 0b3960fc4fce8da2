package dev.concord.outcome;

import dev.concord.outcome.Outcome.Unwritten;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.List;

/**
 * The outcome of each write of a batch.
 *
 * @param entries one for each write, in the order the writes were given
 */
public record BatchOutcome(List<Entry> entries) {

    /** The outcome of one write; switch over it exhaustively. */
    public sealed interface Entry {

        /** Returns the outcome of a save as that of a write of a batch. */
        static Entry ofSave(SaveOutcome outcome) {
            return switch (outcome) {
                case Outcome.Saved(Snapshot now) -> new Saved(now);
                case Unwritten why -> new NotSaved(why);
            };
        }

        /** Returns the outcome of an insert as that of a write of a batch. */
        static Entry ofInsert(InsertOutcome outcome) {
            return switch (outcome) {
                case Outcome.Saved(Snapshot now) -> new Saved(now);
                case Outcome.Failure why -> new NotSaved(why);
            };
        }

        /** Returns the outcome of a deletion as that of a write of a batch. */
        static Entry ofDelete(DeleteOutcome outcome) {
            return switch (outcome) {
                case Outcome.Deleted(RecordKey key) -> new Deleted(key);
                case Unwritten why -> new NotSaved(why);
            };
        }
    }

    /**
     * The row is in the database as asked.
     *
     * @param snapshot the row as the database holds it now, its token fit for the next write
     */
    public record Saved(Snapshot snapshot) implements Entry {}

    /** The row is deleted, as asked. */
    public record Deleted(RecordKey key) implements Entry {}

    /** Nothing was written, for a reason of the row's own; {@link Outcome.Unconfirmed} among them. */
    public record NotSaved(Unwritten why) implements Entry {}

    /** Nothing was written because another write of the batch could not be carried out. */
    public record RolledBack() implements Entry {}

    public BatchOutcome {
        entries = List.copyOf(entries);
    }

    /** Whether every write was carried out. */
    public boolean complete() {
        return saved() == entries.size();
    }

    /** How many writes were carried out, deletions among them. */
    public int saved() {
        return (int) entries.stream()
                .filter(entry -> entry instanceof Saved || entry instanceof Deleted)
                .count();
    }
}
