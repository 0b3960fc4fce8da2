package dev.concord.app.saving;

import dev.concord.merge.RecordMerge;
import dev.concord.record.Snapshot;

/** Receives what happens to the records of a {@link SavingModel}. Called on the FX thread. */
public interface SavingListener {
    /** A record is in the database. */
    void saved(Unsaved record, Snapshot now);

    /** A record that was to be deleted is not in the database any more. */
    void deleted(Unsaved record);

    /**
     * A record needs a decision. Call {@link DecidingModel#decided} or {@link DecidingModel#deleted} when it ends.
     *
     * @param place the number of this decision and of all decisions, as text
     */
    void decide(Unsaved record, RecordMerge merge, String place);

    /** The person left the report to look at a record that could not be saved. */
    void open(Unsaved record);

    /** The person left the report. */
    void closed();
}
