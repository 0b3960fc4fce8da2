package dev.concord.app.workspace;

import dev.concord.app.journal.MergedWrites;
import dev.concord.merge.Merging;
import dev.concord.store.RecordStore;
import dev.concord.version.Policies;

/**
 * An open database as the window works with it. Immutable.
 *
 * @param writes the way merges are written to it; leads to the store
 * @param policies how its tables are guarded
 * @param merging how its tables' rows are merged
 * @param label a short name to display
 * @param user who is logged in there, by the database's name for them; empty when it is not known
 * @param sample whether it is the sample database, where conflicts can be practised
 */
public record OpenStore(
        MergedWrites writes, Policies policies, Merging merging, String label, String user, boolean sample) {

    public RecordStore store() {
        return writes.store();
    }
}
