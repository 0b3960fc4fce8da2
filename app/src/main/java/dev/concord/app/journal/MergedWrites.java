package dev.concord.app.journal;

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
 * The one way a merge gets into the database: what the person opened, what they made of it, what the database held and
 * what is to be written are in the journal first. Where they cannot be kept, nothing is written. Immutable, safe to
 * share between threads; never write on the FX thread.
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
     * Writes that are kept before they are made.
     *
     * @param database which database it is, for people; without a password
     */
    public static MergedWrites keptIn(MergeJournal journal, String database, RecordStore store) {
        return new MergedWrites(store, Optional.of(journal), database);
    }

    /** Writes nobody wants kept. */
    public static MergedWrites unkept(RecordStore store) {
        return new MergedWrites(store, Optional.empty(), "");
    }

    /** Where the writes go; for everything else than merges. */
    public RecordStore store() {
        return store;
    }

    /**
     * Keeps a merge and saves it.
     *
     * @param mine the person's edit, on the row it was made on
     * @param result what it was merged into, on the row the database held
     * @return what became of it; {@link Reason#NOT_KEPT} with the journal's folder when it could not be kept
     */
    public SaveOutcome save(Draft mine, Draft result) {
        return keep(mine, result).<SaveOutcome>map(refused -> refused).orElseGet(() -> store.save(result));
    }

    /**
     * Keeps a merge that is about to be saved.
     *
     * @return why it must not be saved; empty when it is kept
     */
    public Optional<Outcome.Refused> keep(Draft mine, Draft result) {
        if (journal.isEmpty()) {
            return Optional.empty();
        }
        try {
            journal.get().append(entry(mine, result));
            return Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "A merge could not be kept, so it was not saved", e);
            return Optional.of(
                    new Outcome.Refused(Reason.NOT_KEPT, journal.get().folder().toString()));
        }
    }

    private MergeEntry entry(Draft mine, Draft result) {
        Snapshot theirs = result.base().orElseThrow();
        Row base = mine.base().map(Snapshot::row).orElse(Row.EMPTY);
        return new MergeEntry(database, theirs.key(), Instant.now(), base, mine.row(), theirs.row(), result.row());
    }
}
