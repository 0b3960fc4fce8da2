package dev.concord.app.saving;

import dev.concord.merge.RecordMerge;
import dev.concord.record.Snapshot;

/** Receives what happens to the records of a {@link SavingModel}. Called on the FX thread. */
public interface SavingListener {
    /** A record is in the database. */
    void saved(Unsaved record, Snapshot now);

    /**
     * A person is to decide a record; tell {@link DecidingModel#decided} or {@link DecidingModel#deleted} how it ended.
     *
     * @param place which of how many it is, in words
     */
    void decide(Unsaved record, RecordMerge merge, String place);

    /** A person wants to look at a record that could not be saved, and is done with the report. */
    void open(Unsaved record);

    /** A person is done with the report. */
    void closed();
}
