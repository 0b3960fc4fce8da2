package dev.concord.app.edit;

import dev.concord.catalog.Table;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.Optional;

/** Who shows the form is told what became of the record, on the FX thread. */
public interface EditListener {
    /**
     * The record is in the database. It need not be the one in the form any more.
     *
     * @param sent the edit that was saved, on the row it was made on
     * @param merged what was merged without asking; empty when nobody was faster
     */
    void saved(Draft sent, Snapshot saved, Optional<MergedSave> merged);

    /** A person must decide. Give what comes of it to {@link EditModel#accept}. */
    void conflict(RecordMerge merge);

    /** A colleague deleted the record that holds these edits. */
    void gone(Table table, Draft mine);

    /** The record to be deleted has changed since it was opened. */
    void deleteConflict(Table table, Snapshot mine, Snapshot theirs);

    /** The record is no longer in the database. */
    void deleted(RecordKey key);

    /**
     * The user wants to delete a record: ask, naming it, and then run the deletion.
     *
     * @param record the record's title
     * @param delete deletes it
     */
    void confirmDelete(String record, Runnable delete);

    /** The user wants a new record: keep what is open, then open a new draft of the table. */
    void newWanted(Table table);
}
