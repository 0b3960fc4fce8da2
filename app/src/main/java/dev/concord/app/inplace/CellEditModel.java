package dev.concord.app.inplace;

import dev.concord.app.pending.EditId;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.FieldLock;
import dev.concord.app.pending.PendingEdit;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Editing values in their cells, one at a time. An edit that ends before its record has been read goes on unseen, and comes back only
 * when it cannot be written. FX thread only.
 */
public final class CellEditModel {
    private final EditOpener opener;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<CellEdit>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    /** Ended edits that could not be written, while another one that could not is shown. */
    private final Deque<CellEdit> unanswered = new ArrayDeque<>();

    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");

    public CellEditModel(EditOpener opener, Texts texts) {
        this.opener = opener;
        this.texts = texts;
    }

    /** The edit whose editor is shown; empty when none is. */
    public ReadOnlyObjectProperty<Optional<CellEdit>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Why the cell that was to be edited last cannot be, one sentence; empty when it can. */
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** Whether a text typed first into a cell is the beginning of a change, such as {@code +5}. */
    public boolean beginsDifference(CellTarget target, String typed) {
        boolean sign = typed.equals("+") || typed.equals("-");
        return sign && !target.isNew() && opener.quantity(target.table(), target.column());
    }

    /**
     * Begins to edit a cell, and ends the edit before.
     *
     * @param difference whether a change of the number is typed
     * @return whether the cell is edited; otherwise {@link #refusal} says why not, or the edit before is still shown because it
     *     needs an answer
     */
    public boolean begin(CellTarget target, boolean difference) {
        if (!leave() || refuses(target.table(), target.column(), Optional.of(target.key()))) {
            return false;
        }
        CellEdit edit = new CellEdit(target, difference, texts);
        shown.set(Optional.of(edit));
        open(edit);
        return shown.get().filter(edit::equals).isPresent();
    }

    /**
     * Whether no value of a column can be changed; {@link #refusal} says why not.
     *
     * @param row the row of the record; empty where it has none
     */
    public boolean refuses(Table table, Column column, Optional<RecordKey> row) {
        FieldLock lock = lock(table, column, row.flatMap(EditId.New::of).isPresent());
        refusal.set(sentence(lock, column));
        return lock != FieldLock.NONE;
    }

    /** Why a column cannot be changed. */
    public FieldLock lock(Table table, Column column, boolean isNew) {
        return opener.lock(table, column, isNew);
    }

    /** Whether a column's values are edited in the form only, because an editor for them needs its room. */
    public static boolean inFormOnly(Column column) {
        return column.kind() == ValueKind.BINARY;
    }

    private void open(CellEdit edit) {
        opener.open(edit.key(), edit.column(), opened -> {
            switch (opened) {
                case OpenedEdit.Ready(var record) -> edit.opened(record);
                case OpenedEdit.Locked(var why) -> {
                    refusal.set(sentence(why, edit.column()));
                    close(edit);
                    return;
                }
                case OpenedEdit.Unread(var why) -> edit.failed(why);
            }
            boolean ended = shown.get().filter(edit::equals).isEmpty();
            if (ended && edit.written()) {
                edit.end();
            } else if (ended && leave()) {
                shown.set(Optional.of(edit));
            } else if (ended) {
                unanswered.add(edit);
            }
        });
    }

    /**
     * Ends the edit shown because the person has turned to something else, and keeps what was typed. One with a {@link CellEdit#message}
     * that keeps it from being written stays: that has to be answered.
     *
     * @return whether no edit is shown any more
     */
    public boolean leave() {
        boolean asks = shown.get()
                .filter(edit -> !edit.message().get().isEmpty() && !edit.written())
                .isPresent();
        return !asks && end();
    }

    /**
     * Ends the edit shown and keeps what was typed. One that could not be written because of what its {@link CellEdit#message} says
     * is tried again instead, and stays if that is so again.
     *
     * @return whether it has ended
     */
    public boolean end() {
        Optional<CellEdit> ending = shown.get();
        if (ending.isEmpty()) {
            return true;
        }
        CellEdit edit = ending.get();
        if (!edit.message().get().isEmpty() && !edit.written()) {
            edit.agree();
            if (!edit.written()) {
                open(edit);
                return false;
            }
        }
        if (edit.isOpen()) {
            close(edit);
        } else {
            hide();
        }
        return true;
    }

    /** Ends the edit shown and takes back what was typed. */
    public void cancel() {
        shown.get().ifPresent(edit -> {
            edit.takeBack();
            close(edit);
        });
    }

    /** Puts a value into a cell without an editor: at once where the record has been read, else as soon as it has. */
    public void put(CellTarget target, Value value) {
        Column column = target.column();
        if (!leave() || refuses(target.table(), column, Optional.of(target.key()))) {
            return;
        }
        // In a new record it is no value, and what the database puts there.
        if (value.isNull() && !column.nullable() && !target.isNew()) {
            refusal.set(texts.get("cell.not-null", column.name()));
        } else {
            opener.open(target.key(), column, opened -> {
                switch (opened) {
                    case OpenedEdit.Ready(var record) -> put(target, record, value);
                    case OpenedEdit.Locked(var why) -> refusal.set(sentence(why, column));
                    case OpenedEdit.Unread(var why) -> refusal.set(why);
                }
            });
        }
    }

    private void put(CellTarget target, PendingEdit record, Value value) {
        Column column = target.column();
        FieldInput held = record.state().get().input(column.name());
        if (held.unreadable().isEmpty() && !target.shows(held.value())) {
            // Nobody replaces a value that nobody has seen; the grid shows it by now.
            refusal.set(texts.get("cell.changed.not-put", column.name()));
        } else {
            record.endStep();
            record.type(column, new FieldInput(value, ""));
            record.endStep();
        }
    }

    /**
     * Puts the value of another record into a cell.
     *
     * @param from the other record
     */
    public void copy(RecordKey from, CellTarget target) {
        opener.open(from, target.column(), opened -> {
            switch (opened) {
                case OpenedEdit.Ready(var record) ->
                    put(target, record.draft().get(target.column().name()));
                case OpenedEdit.Locked(var why) -> refusal.set(sentence(why, target.column()));
                case OpenedEdit.Unread(var why) -> refusal.set(why);
            }
        });
    }

    /** Nothing is refused any more: the person has turned to something else. */
    public void forgive() {
        refusal.set("");
    }

    private void close(CellEdit edit) {
        edit.end();
        if (shown.get().filter(edit::equals).isPresent()) {
            hide();
        }
    }

    /** Shows no edit, or the next one that needs an answer. */
    private void hide() {
        shown.set(Optional.ofNullable(unanswered.poll()));
    }

    private String sentence(FieldLock lock, Column column) {
        return switch (lock) {
            case NONE -> "";
            case RECORD -> texts.get("cell.locked.record");
            case COMPUTED -> texts.get("cell.locked.computed", column.name());
            case IDENTITY -> texts.get("cell.locked.identity", column.name());
            case VERSION -> texts.get("cell.locked.version", column.name());
            case RIGHTS -> texts.get("cell.locked.rights", column.name());
            case LARGE -> texts.get("cell.locked.large", column.name());
        };
    }
}
