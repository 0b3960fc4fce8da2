package dev.concord.app.pending;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The edit of one record: what was changed, what is typed and no value yet, the steps to undo, and what a person decided so
 * far of a merge. It is the same object from the first keystroke until the record is saved and beyond, whichever screen
 * shows it, so that an answer from the database can be given to the record it was asked for. FX thread only.
 */
public final class PendingEdit {
    private final Table table;
    private final EditHistory history;
    private final ReadOnlyObjectWrapper<EditState> state;
    private final UUID draftId;
    private final EditOwner<PendingEdit> owner;
    private EditId id;
    private Optional<Resolution> decisions = Optional.empty();
    private boolean queued;
    private boolean discarding;

    /** An edit in a given state. */
    PendingEdit(EditId id, Table table, Draft draft, EditOwner<PendingEdit> owner) {
        this(id, table, draft, Map.of(), UUID.randomUUID(), owner);
    }

    /**
     * An edit that was kept on the disk.
     *
     * @param draftId names it there
     */
    PendingEdit(
            EditId id,
            Table table,
            Draft draft,
            Map<String, String> unreadable,
            UUID draftId,
            EditOwner<PendingEdit> owner) {
        this.id = id;
        this.table = table;
        this.draftId = draftId;
        this.owner = owner;
        this.history = new EditHistory(owner.order());
        this.state = new ReadOnlyObjectWrapper<>(this, "state", new EditState(draft, unreadable, false, false, 0));
        state.subscribe((before, now) -> owner.changed(this, before));
    }

    /** An edit that continues another one, without its steps to undo. */
    PendingEdit(PendingEdit other, EditOwner<PendingEdit> owner) {
        this(other.id, other.table, other.draft(), other.state.get().unreadable(), other.draftId, owner);
        this.decisions = other.decisions;
        this.queued = other.queued;
    }

    /** Names the record; a new record gets its key when it is saved, and a save can change a key. */
    public EditId id() {
        return id;
    }

    /** The record's key; empty for a record that is not in the database yet. */
    public Optional<RecordKey> key() {
        return id.key();
    }

    /** Names the record's row in a grid: its key, and for a new record a key that no record has. */
    public RecordKey row() {
        return switch (id) {
            case EditId.Existing(RecordKey record) -> record;
            case EditId.New fresh -> fresh.rowIn(table.id());
        };
    }

    /** The record's table. */
    public Table table() {
        return table;
    }

    /** The edit as it is now. */
    public ReadOnlyObjectProperty<EditState> state() {
        return state.getReadOnlyProperty();
    }

    /** The record as edited so far. */
    public Draft draft() {
        return state.get().draft();
    }

    /** Whether anything would be lost without the edit. */
    public boolean dirty() {
        return state.get().dirty();
    }

    /** What a person decided so far of a merge of this record; empty when nothing was. */
    public Optional<Resolution> decisions() {
        return decisions;
    }

    /** Keeps what a person decided so far of a merge, until the record is saved. */
    public void keep(Resolution decided) {
        decisions = Optional.of(decided);
        owner.changed(this, state.get());
    }

    /** Whether it is being saved together with others, and is not saved yet. */
    public boolean queued() {
        return queued;
    }

    /** Notes that it is being saved together with others, or not any more. */
    public void queue(boolean now) {
        if (queued != now) {
            queued = now;
            owner.changed(this, state.get());
        }
    }

    /** Names the edit on the disk, as long as it is not saved. */
    UUID draftId() {
        return draftId;
    }

    /** Notes on the disk when the edit is written to the database. */
    public WriteMark mark() {
        return new WriteMark(draftId, owner.notes());
    }

    /** Whether its user is taking every change back. */
    boolean discarding() {
        return discarding;
    }

    /** Takes over what was typed into one field. */
    public void type(Column column, FieldInput after) {
        history.edited(column, state.get().input(column.name()), after);
        state.set(state.get().with(column.name(), after).with(history));
    }

    /** Ends the undo step under way: what is typed next is a step of its own. */
    public void endStep() {
        history.endStep();
    }

    /** Marks the record to be deleted at the next save, or not any more, as one step; not for a new record. */
    public void delete(boolean deleted) {
        change(Map.of(EditState.DELETION, EditState.deletion(deleted)));
    }

    /** Takes over what is to stand in several fields, as one step. */
    public void change(Map<String, FieldInput> inputs) {
        Map<String, FieldInput> before = new LinkedHashMap<>();
        inputs.keySet().forEach(column -> before.put(column, state.get().input(column)));
        history.edited(before, inputs);
        put(inputs);
    }

    /**
     * Takes the last step back, of all records it changed.
     *
     * @return the columns of this record it concerned
     */
    public Set<String> undo() {
        Set<String> columns = history.nextUndone();
        if (!columns.isEmpty()) {
            owner.undo(history.lastDone());
        }
        return columns;
    }

    /**
     * Does the step taken back again, of all records it changed.
     *
     * @return the columns of this record it concerned
     */
    public Set<String> redo() {
        Set<String> columns = history.nextRedone();
        if (!columns.isEmpty()) {
            owner.redo(history.lastUndone());
        }
        return columns;
    }

    /** The number of the last step of this record; 0 when there is none. */
    public long lastStep() {
        return history.lastDone();
    }

    /** Takes every step of this record back that was made after another one, which may be 0. */
    public void backTo(long step) {
        while (history.lastDone() > step) {
            takeBack();
        }
    }

    /** Takes the last step of this record back. */
    void takeBack() {
        put(history.undo());
    }

    /** Does the last step of this record that was taken back again. */
    void doAgain() {
        put(history.redo());
    }

    /** The steps of this record. */
    EditHistory history() {
        return history;
    }

    /** Takes every change back, as one step that can be undone. */
    public void discard() {
        EditState now = state.get();
        Draft clean = new Draft(now.draft().table(), now.draft().base(), Row.EMPTY);
        Map<String, FieldInput> before = new LinkedHashMap<>();
        Map<String, FieldInput> after = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            before.put(column.name(), now.input(column.name()));
            after.put(column.name(), new FieldInput(clean.get(column.name()), ""));
        }
        before.put(EditState.DELETION, now.input(EditState.DELETION));
        after.put(EditState.DELETION, EditState.deletion(false));
        history.edited(before, after);
        discarding = true;
        try {
            put(after);
        } finally {
            discarding = false;
        }
    }

    private void put(Map<String, FieldInput> inputs) {
        EditState next = state.get();
        for (var input : inputs.entrySet()) {
            next = next.with(input.getKey(), input.getValue());
        }
        state.set(next.with(history));
    }

    /**
     * Goes on from the row as it was saved: what was sent is no change any more, what was typed since stays as a change, and
     * text that is no value yet stays where it is.
     *
     * @param sent the edit that was saved, on the row it was made on
     */
    public void settle(Draft sent, Snapshot saved) {
        Draft next = settled(table, draft(), sent, saved);
        mark().answered();
        decisions = Optional.empty();
        if (sent.base().isEmpty()) {
            // Before its insert the record had no values, and undoing them would now set them to NULL.
            history.clear();
        }
        queued = false;
        state.set(onto(next).saved());
    }

    /**
     * Returns what is left of an edit once a part of it is saved.
     *
     * @param now the edit as it is by then
     * @param sent what was saved, on the row it was made on
     * @param saved the row as it was saved
     */
    public static Draft settled(Table table, Draft now, Draft sent, Snapshot saved) {
        Draft next = Draft.of(saved);
        for (Column column : table.columns()) {
            String name = column.name();
            // A column that neither contains as a change was updated from the database meanwhile, not typed.
            boolean touched = now.changes().has(name) || sent.changes().has(name);
            if (touched && !now.get(name).equals(sent.get(name))) {
                next = next.with(name, now.get(name));
            }
        }
        return next.deleted(now.deleted());
    }

    /**
     * Goes on with another draft of the same record, such as the same changes on a newer row. A column whose value differs
     * from what was shown loses its undo steps, and text that is no value yet stays where it is.
     */
    public void rebase(Draft next) {
        state.set(onto(next));
    }

    private EditState onto(Draft next) {
        for (Column column : table.columns()) {
            if (!draft().get(column.name()).equals(next.get(column.name()))) {
                history.forget(column.name());
            }
        }
        next.base().map(Snapshot::key).ifPresent(key -> id = new EditId.Existing(key));
        return state.get().with(next).with(history);
    }
}
