package dev.concord.app.edit;

import dev.concord.catalog.Table;
import dev.concord.merge.Change;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import java.util.List;

/**
 * A save that merged a colleague's changes without asking, so that it can be reviewed and undone. Immutable.
 *
 * @param merge the record as it was opened, the row the database held, and the person's edit
 * @param sent what was written, on the row the database held
 * @param saved the row as it was saved
 */
public record MergedSave(RecordMerge merge, Draft sent, Snapshot saved) {

    /** The record's table. */
    public Table table() {
        return merge.table();
    }

    /** The columns that hold what a colleague changed, alone or together with the person's edit. */
    public List<String> alsoKept() {
        return merge.having(Change.THEIRS, Change.MERGED).stream()
                .map(FieldMerge::name)
                .toList();
    }

    /** The draft that restores what the database held before; it is saved and guarded like any other. */
    public Draft undo() {
        Draft undo = Draft.of(saved);
        for (String column : sent.changes().values().keySet()) {
            undo = undo.with(column, merge.theirs().row().get(column));
        }
        return undo;
    }

    /** The person's edit again, unsaved, on the row as it is after the undo. */
    public Draft edit(Snapshot undone) {
        return merge.mine().rebase(undone);
    }
}
