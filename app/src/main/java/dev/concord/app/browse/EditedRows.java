package dev.concord.app.browse;

import dev.concord.app.control.ValueText;
import dev.concord.app.pending.EditId;
import dev.concord.app.pending.EditState;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.function.Function;

/** The rows of the grid as they are edited: with what is not saved of them. FX thread only. */
final class EditedRows {
    private final PendingEdits pending;
    private final Function<Row, Optional<RecordKey>> keys;
    private final ValueText values;
    private final UnsetText unset;
    private final GridReferences references;

    /**
     * @param keys returns the key of the record a row belongs to; empty where it belongs to none
     * @param unset says what a new record has where nothing was typed
     * @param references name the rows that keys lead to
     */
    EditedRows(
            PendingEdits pending,
            Function<Row, Optional<RecordKey>> keys,
            ValueText values,
            UnsetText unset,
            GridReferences references) {
        this.references = references;
        this.pending = pending;
        this.keys = keys;
        this.values = values;
        this.unset = unset;
    }

    /** Whether a row has edits that are not saved. */
    boolean unsaved(Row row) {
        return edit(row).isPresent();
    }

    /** Whether a row is deleted at the next save. */
    boolean deleted(Row row) {
        return edit(row).filter(EditState::deleted).isPresent();
    }

    /** The row with its unsaved values; text that is no value yet is left out. */
    Row edited(Row row) {
        return edit(row)
                .map(state -> state.draft().changes().values().entrySet().stream()
                        .reduce(
                                row,
                                (now, change) -> now.with(change.getKey(), Preview.cut(change.getValue())),
                                Row::withAll))
                .orElse(row);
    }

    /** What a row leads to by the reference of a column, as it is edited; empty where it leads nowhere. */
    Optional<ReferenceValues> reference(Row row, Column column) {
        return references.values(edited(row), column);
    }

    /** The text of one cell. */
    CellText text(Row row, Column column) {
        CellText own = textOfValue(row, column);
        boolean leads = references.names(column) && !own.missing() && own.state() != CellText.State.UNREADABLE;
        return leads
                ? references
                        .text(edited(row), column, own.text())
                        .map(own::named)
                        .orElse(own)
                : own;
    }

    private CellText textOfValue(Row row, Column column) {
        String name = column.name();
        Optional<EditState> changed = edit(row).filter(state -> state.changed(name));
        if (changed.isEmpty() && EditId.New.of(row).isPresent()) {
            return dirty(row).map(edit -> unset.of(edit.table(), column)).orElse(CellText.NOTHING);
        }
        if (deleted(row)) {
            return text(edited(row).get(name), column, CellText.State.DELETED);
        }
        return changed.map(state -> state.unreadable().containsKey(name)
                        ? CellText.unreadable(state.unreadable().getOrDefault(name, ""))
                        : text(state.draft().get(name), column, CellText.State.CHANGED))
                .orElseGet(() -> text(row.get(name), column, CellText.State.SAVED));
    }

    private CellText text(Value value, Column column, CellText.State state) {
        return CellText.of(state == CellText.State.SAVED ? value : Preview.cut(value), column, values, state);
    }

    private Optional<EditState> edit(Row row) {
        return dirty(row).map(edit -> edit.state().get());
    }

    private Optional<PendingEdit> dirty(Row row) {
        return keys.apply(row).flatMap(pending::find).filter(PendingEdit::dirty);
    }
}
