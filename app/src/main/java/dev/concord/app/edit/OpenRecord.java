package dev.concord.app.edit;

import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ColumnRights;
import dev.concord.catalog.Table;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.version.TableGuard;
import dev.concord.version.TablePolicy;
import java.util.Set;

/**
 * The record the form shows.
 *
 * @param generation counts the records opened; a result for an earlier generation is out of date
 * @param edit the record's edit
 * @param setByDatabase the columns the user cannot edit although the catalog does not show it: the version column
 * @param rules how the table's rows are merged
 */
record OpenRecord(int generation, PendingEdit edit, Set<String> setByDatabase, MergeRules rules) {

    static OpenRecord of(int generation, PendingEdit edit, TablePolicy policy, MergeRules rules) {
        Set<String> version = TableGuard.of(policy, edit.table())
                .version()
                .map(step -> Set.of(step.column().name()))
                .orElse(Set.of());
        return new OpenRecord(generation, edit, version, rules);
    }

    Table table() {
        return edit.table();
    }

    /** Merges an edit of the record with the row in the database. Takes long for long texts: call it in the background. */
    RecordMerge merge(Draft mine, Snapshot theirs) {
        return RecordMerge.of(table(), mine, theirs, setByDatabase, rules);
    }

    EditMode mode(Draft draft) {
        if (table().readOnlyReason().isPresent()) {
            return EditMode.VIEWING;
        }
        return draft.base().isPresent() ? EditMode.EDITING : EditMode.NEW;
    }

    FieldLock lock(Column column) {
        if (table().readOnlyReason().isPresent()) {
            return FieldLock.RECORD;
        }
        if (column.generation() == Generation.COMPUTED) {
            return FieldLock.COMPUTED;
        }
        if (setByDatabase.contains(column.name())) {
            return FieldLock.VERSION;
        }
        if (column.generation() == Generation.IDENTITY) {
            return FieldLock.IDENTITY;
        }
        ColumnRights rights = column.rights();
        boolean permitted = edit.draft().base().isPresent() ? rights.update() : rights.insert();
        return permitted ? FieldLock.NONE : FieldLock.RIGHTS;
    }
}
