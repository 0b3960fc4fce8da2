package dev.concord.app.journal;

import dev.concord.dialect.FaultText;
import dev.concord.journal.MergeEntry;
import dev.concord.journal.MergeJournal;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * The only way to save a merge: the row the person opened, their edit, the row of the database and the result are written
 * to the journal first. If the journal cannot be written, the merge is not saved. Immutable, safe to share between
 * threads; must not be called on the FX thread.
 */
public final class MergedWrites {
    private static final System.Logger LOG = System.getLogger(MergedWrites.class.getName());

    private final RecordStore store;
    private final Optional<MergeJournal> journal;
    private final String database;

    private MergedWrites(RecordStore store, Optional<MergeJournal> journal, String database) {
        this.store = store;
        this.journal = journal;
        this.database = database;
    }

    /**
     * Writes with a journal.
     *
     * @param database which database it is, for people; without a password
     */
    public static MergedWrites keptIn(MergeJournal journal, String database, RecordStore store) {
        return new MergedWrites(store, Optional.of(journal), database);
    }

    /** Writes that have no journal. */
    public static MergedWrites unkept(RecordStore store) {
        return new MergedWrites(store, Optional.empty(), "");
    }

    /** Returns the store, for everything else than merges. */
    public RecordStore store() {
        return store;
    }

    /**
     * Writes a merge to the journal and saves it.
     *
     * @param mine the person's edit, on the row it was made on
     * @param result what it was merged into, on the row the database held
     * @return what became of it; {@link Reason#NOT_KEPT} with the journal's folder when the journal could not be written
     */
    public SaveOutcome save(Draft mine, Draft result) {
        return keep(mine, result).<SaveOutcome>map(refused -> refused).orElseGet(() -> store.save(result));
    }

    /** Writes a single merge to the journal: see {@link Operation#keep}. */
    public Optional<Outcome.Refused> keep(Draft mine, Draft result) {
        try (Operation single = begin()) {
            return single.keep(mine, result);
        }
    }

    /** Begins to save several records; the journal drops none of their merges before the operation is closed. */
    public Operation begin() {
        return new Operation(journal.map(MergeJournal::begin));
    }

    /** The merges of one operation, such as a bulk save. For one thread. */
    public final class Operation implements AutoCloseable {
        private final Optional<MergeJournal.Operation> entries;

        private Operation(Optional<MergeJournal.Operation> entries) {
            this.entries = entries;
        }

        /**
         * Writes a merge that is about to be saved to the journal.
         *
         * @param mine the person's edit, on the row it was made on
         * @param result what it was merged into, on the row the database held
         * @return why it must not be saved; empty when it is in the journal
         */
        public Optional<Outcome.Refused> keep(Draft mine, Draft result) {
            return entries.flatMap(kept -> append(kept, entry(mine, result)));
        }

        @Override
        public void close() {
            entries.ifPresent(MergeJournal.Operation::close);
        }
    }

    private Optional<Outcome.Refused> append(MergeJournal.Operation operation, MergeEntry entry) {
        try {
            operation.append(entry);
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A merge could not be written to the journal, so it was not saved: {0}",
                    FaultText.of(e));
            return journal.map(
                    kept -> new Outcome.Refused(Reason.NOT_KEPT, kept.folder().toString()));
        }
    }

    private MergeEntry entry(Draft mine, Draft result) {
        Snapshot theirs = result.base().orElseThrow();
        Row base = mine.base().map(Snapshot::row).orElse(Row.EMPTY);
        return new MergeEntry(database, theirs.key(), Instant.now(), base, mine.row(), theirs.row(), result.row());
    }
}
