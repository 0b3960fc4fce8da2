package dev.concord.app.saving;

import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;

/** Receives what happens to the records of a {@link SavingModel}. Called on the FX thread. */
public interface SavingListener {
    /**
     * A record is in the database.
     *
     * @param sent what was written, on the row it was written to: after a merge that is somebody else's
     */
    void saved(Unsaved record, Draft sent, Snapshot now);

    /**
     * A record that was to be deleted is not in the database any more.
     *
     * @param row as it was then, as far as that is known
     */
    void deleted(Unsaved record, Snapshot row);

    /** A record that was to be deleted stays as the database has it. */
    void kept(Unsaved record, Snapshot theirs);

    /**
     * A record needs a decision. Call {@link DecidingModel#decided} or {@link DecidingModel#deleted} when it ends.
     *
     * @param place the number of this decision and of all decisions, as text
     */
    void decide(Unsaved record, RecordMerge merge, String place);

    /**
     * A record that was to be deleted was changed meanwhile. Call {@link DecidingModel#decided(Unsaved, SaveResult)} when that is
     * decided.
     *
     * @param mine the row as it was to be deleted
     * @param theirs the row in the database now
     */
    void decideDeletion(Unsaved record, Snapshot mine, Snapshot theirs);

    /** The person left the report to look at a record that could not be saved. */
    void open(Unsaved record);

    /** The person left the report. */
    void closed();
}
