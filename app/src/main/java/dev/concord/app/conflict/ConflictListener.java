package dev.concord.app.conflict;

import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;

/** Receives the end of a merge, once, on the FX thread. */
public interface ConflictListener {

    /**
     * The result is in the database.
     *
     * @param sent what was written, on the row somebody else had written
     */
    void resolved(Draft sent, Snapshot saved);

    /**
     * The user went back to the form; pass the decisions to {@link ConflictModel#resume} when the merge is opened
     * again.
     */
    void cancelled(Resolution kept);

    /** The row was deleted before the result could be saved. */
    void gone(Draft wanted);
}
