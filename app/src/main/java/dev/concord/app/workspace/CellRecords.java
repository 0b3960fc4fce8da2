package dev.concord.app.workspace;

import dev.concord.app.browse.NewRows;
import dev.concord.app.browse.RowsModel;
import dev.concord.app.control.ReadText;
import dev.concord.app.inplace.EditOpener;
import dev.concord.app.inplace.OpenedEdit;
import dev.concord.app.pending.EditableColumns;
import dev.concord.app.pending.FieldLock;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.place.RecordLookup;
import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.RecordKey;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The records whose values are edited in the cells of the grid. FX thread only. */
final class CellRecords implements EditOpener {
    private final WorkspaceServices services;
    private final PendingEdits pending;
    private final RowsModel rows;
    private final NewRows fresh;
    private final RecordLookup lookup;
    private final Supplier<Optional<PendingEdit>> form;

    /** @param form returns the edit in the form, whose record has been read when its row was selected */
    CellRecords(
            WorkspaceServices services,
            PendingEdits pending,
            RowsModel rows,
            NewRows fresh,
            RecordLookup lookup,
            Supplier<Optional<PendingEdit>> form) {
        this.services = services;
        this.pending = pending;
        this.rows = rows;
        this.fresh = fresh;
        this.lookup = lookup;
        this.form = form;
    }

    @Override
    public FieldLock lock(Table table, Column column, boolean isNew) {
        return columns(table).lock(column, isNew);
    }

    @Override
    public boolean quantity(Table table, Column column) {
        boolean key = table.rowKey()
                .map(Key::columns)
                .filter(columns -> columns.contains(column.name()))
                .isPresent();
        return !key && services.open().merging().of(table.id()).of(column).adding() != Adding.NEVER;
    }

    @Override
    public void open(RecordKey key, Column column, Consumer<OpenedEdit> then) {
        Optional<PendingEdit> known = form.get()
                .filter(edit -> edit.row().equals(key))
                .or(() -> fresh.edit(key))
                .or(() -> pending.find(key).filter(PendingEdit::dirty));
        if (known.isPresent()) {
            then.accept(ready(known.get(), column));
            return;
        }
        lookup.record(key, outcome -> {
            switch (outcome) {
                case ReadOutcome.Read<Optional<RecordLookup.Found>>(var found) ->
                    then.accept(found.map(record -> ready(record, column)).orElseGet(() -> gone(key)));
                case ReadOutcome.Unreadable<Optional<RecordLookup.Found>> why ->
                    then.accept(new OpenedEdit.Unread(new ReadText(services.texts()).of(why)));
            }
        });
    }

    private OpenedEdit ready(RecordLookup.Found record, Column column) {
        if (rows.indexOf(record.snapshot().key()) >= 0) {
            rows.put(record.snapshot());
        }
        return ready(pending.open(record.table(), record.snapshot()), column);
    }

    private OpenedEdit ready(PendingEdit edit, Column column) {
        FieldLock lock = columns(edit.table())
                .lock(column, edit.key().isEmpty(), edit.draft().get(column.name()));
        return lock == FieldLock.NONE ? new OpenedEdit.Ready(edit) : new OpenedEdit.Locked(lock);
    }

    private OpenedEdit gone(RecordKey key) {
        String title = services.titles().of(key, rows.table().get(), rows.row(key));
        return new OpenedEdit.Unread(services.texts().get("shell.vanished", title));
    }

    private EditableColumns columns(Table table) {
        return EditableColumns.of(table, services.open().policies().of(table.id()));
    }
}
