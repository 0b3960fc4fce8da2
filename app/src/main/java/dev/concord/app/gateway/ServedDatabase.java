package dev.concord.app.gateway;

import dev.concord.app.journal.MergedWrites;
import dev.concord.merge.Merging;
import dev.concord.store.RecordStore;

/**
 * The database that a gateway serves. Who opened it closes it, after the gateway has stopped.
 *
 * @param merges the store, and where its merges are kept
 * @param merging the merge rules of its tables
 */
public record ServedDatabase(MergedWrites merges, Merging merging) {
    /** Returns its rows. */
    public RecordStore store() {
        return merges.store();
    }
}
