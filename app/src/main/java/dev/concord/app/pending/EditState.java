package dev.concord.app.pending;

import dev.concord.record.Draft;
import dev.concord.record.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One moment of a pending edit. Immutable.
 *
 * @param draft the row it started from, and the values changed
 * @param unreadable by column, text that is no value yet; the draft keeps the column's last readable value
 * @param canUndo whether there is a step to take back
 * @param canRedo whether there is a step to do again
 * @param saves how often the edit was saved since it was begun; what was said about an earlier version is out of date
 */
public record EditState(Draft draft, Map<String, String> unreadable, boolean canUndo, boolean canRedo, int saves) {

    /** Stands for the mark that the record is to be deleted, among the columns of a step; no column has an empty name. */
    static final String DELETION = "";

    public EditState {
        unreadable = Map.copyOf(unreadable);
    }

    /** Whether anything would be lost without the edit: a change, a deletion, or text that is no value yet. */
    public boolean dirty() {
        return draft.dirty() || !unreadable.isEmpty();
    }

    /** Whether a column differs from the record as read. */
    public boolean changed(String column) {
        return unreadable.containsKey(column) || draft.changes().has(column);
    }

    /** Whether the record is to be deleted. */
    public boolean deleted() {
        return draft.deleted();
    }

    /** What stands in a column's field. */
    public FieldInput input(String column) {
        if (column.equals(DELETION)) {
            return deletion(draft.deleted());
        }
        return new FieldInput(
                draft.get(column),
                unreadable.getOrDefault(column, ""),
                draft.added().contains(column));
    }

    /** The draft as far as it can be written: columns with text that is no value yet count as they were in another draft. */
    public Draft readable(Draft other) {
        Draft readable = draft;
        for (String column : unreadable.keySet()) {
            readable =
                    other.changes().has(column) ? readable.with(column, other.get(column)) : readable.without(column);
        }
        return readable;
    }

    /** What stands for the mark of a deletion. */
    static FieldInput deletion(boolean deleted) {
        return new FieldInput(Value.of(deleted), "");
    }

    EditState with(String column, FieldInput input) {
        if (column.equals(DELETION)) {
            return with(draft.deleted(input.equals(deletion(true))));
        }
        Map<String, String> texts = new LinkedHashMap<>(unreadable);
        if (input.unreadable().isEmpty()) {
            texts.remove(column);
        } else {
            texts.put(column, input.unreadable());
        }
        // In a new record, no value is not NULL but whatever the database puts there.
        Draft next = draft.base().isEmpty() && input.value().isNull()
                ? draft.without(column)
                : input.added() ? draft.adding(column, input.value()) : draft.with(column, input.value());
        return new EditState(next, texts, canUndo, canRedo, saves);
    }

    EditState with(Draft next) {
        return new EditState(next, unreadable, canUndo, canRedo, saves);
    }

    EditState with(EditHistory history) {
        return new EditState(draft, unreadable, history.canUndo(), history.canRedo(), saves);
    }

    EditState saved() {
        return new EditState(draft, unreadable, canUndo, canRedo, saves + 1);
    }
}
