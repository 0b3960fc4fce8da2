package dev.concord.app.edit;

import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Table;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.Optional;

/**
 * Receives the results for records that were saved, deleted or read again. Each call names the edit it is about; the
 * form may show another by then. Called on the FX thread.
 */
public interface EditListener {
    /**
     * A record is in the database; its edit is based on the saved row already.
     *
     * @param sent the edit that was saved, on the row it was made on
     * @param merged what was merged without asking; empty when nothing was
     */
    void saved(PendingEdit edit, Draft sent, Snapshot saved, Optional<MergedSave> merged);

    /** A save conflicts with changes of the same columns: the user must decide. */
    void conflict(PendingEdit edit, RecordMerge merge);

    /**
     * A record with changes is no longer in the database.
     *
     * @param mine the changes
     */
    void gone(PendingEdit edit, Draft mine);

    /** The record to be deleted has changed since it was opened. */
    void deleteConflict(PendingEdit edit, Snapshot mine, Snapshot theirs);

    /** A record is no longer in the database; where the form showed it, it shows nothing now. */
    void deleted(PendingEdit edit, RecordKey key);

    /**
     * The user wants to delete a record: ask, naming it and what refers to it, and then run the deletion.
     *
     * @param row the record as the person saw it
     * @param record the record's title
     * @param delete deletes it
     */
    void confirmDelete(Snapshot row, String record, Runnable delete);

    /**
     * Nothing was written, because a column of the table looks like a version and nobody has decided whether saves move it.
     *
     * @param again repeats what was asked for
     */
    void undecided(Table table, Runnable again);

    /** The user wants a new record of a table. */
    void newWanted(Table table);
}
