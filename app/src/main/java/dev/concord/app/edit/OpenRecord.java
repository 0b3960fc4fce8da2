package dev.concord.app.edit;

import dev.concord.app.pending.EditableColumns;
import dev.concord.app.pending.FieldLock;
import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.version.TablePolicy;

/**
 * The record the form shows.
 *
 * @param generation counts the records opened; a result for an earlier generation is out of date
 * @param edit the record's edit
 * @param columns which of its columns can be changed
 * @param rules how the table's rows are merged
 */
record OpenRecord(int generation, PendingEdit edit, EditableColumns columns, MergeRules rules) {

    static OpenRecord of(int generation, PendingEdit edit, TablePolicy policy, MergeRules rules) {
        return new OpenRecord(generation, edit, EditableColumns.of(edit.table(), policy), rules);
    }

    Table table() {
        return edit.table();
    }

    /** Merges an edit of the record with the row in the database. Takes long for long texts: call it in the background. */
    RecordMerge merge(Draft mine, Snapshot theirs) {
        return RecordMerge.of(table(), mine, theirs, columns.version(), rules);
    }

    EditMode mode(Draft draft) {
        if (table().readOnlyReason().isPresent()) {
            return EditMode.VIEWING;
        }
        return draft.base().isPresent() ? EditMode.EDITING : EditMode.NEW;
    }

    FieldLock lock(Column column, Value value) {
        return columns.lock(column, edit.draft().base().isEmpty(), value);
    }
}
