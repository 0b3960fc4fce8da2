package dev.concord.app.edit;

import dev.concord.app.layout.LayoutMemory;
import dev.concord.app.pending.EditState;
import dev.concord.app.pending.PendingEdit;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Hides the fields that hold nothing: NULL or an empty text, neither edited nor required nor with a problem. It is kept for each table. Which
 * fields are hidden is decided when a record is shown; until another one is, a field only ever appears, so that none vanishes from under
 * the cursor. In a new record none is hidden: it is there to be filled in. FX thread only.
 */
public final class EmptyFields {
    private final Form form;
    private final LayoutMemory memory;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper hiding = new ReadOnlyBooleanWrapper(this, "hiding");
    private final ReadOnlyObjectWrapper<Set<FieldModel>> hidden = new ReadOnlyObjectWrapper<>(this, "hidden", Set.of());
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper(this, "result", "");
    private Optional<PendingEdit> judged = Optional.empty();

    EmptyFields(Form form, LayoutMemory memory, Texts texts) {
        this.form = form;
        this.memory = memory;
        this.texts = texts;
        form.draft().subscribe(draft -> follow());
    }

    private void follow() {
        Optional<PendingEdit> shown = form.shown();
        boolean same = shown.map(PendingEdit::id).equals(judged.map(PendingEdit::id));
        judged = shown;
        if (same) {
            put(hidden.get().stream().filter(this::isEmpty).collect(Collectors.toCollection(LinkedHashSet::new)));
        } else {
            hiding.set(shown.filter(edit -> memory.of(edit.table().id()).emptyHidden())
                    .isPresent());
            judge();
        }
    }

    private void judge() {
        boolean saved =
                form.shown().filter(edit -> edit.draft().base().isPresent()).isPresent();
        put(
                hiding.get() && saved
                        ? form.fields().stream()
                                .filter(this::isEmpty)
                                .collect(Collectors.toCollection(LinkedHashSet::new))
                        : Set.of());
    }

    private void put(Set<FieldModel> fields) {
        hidden.set(fields);
        result.set(fields.isEmpty() ? "" : texts.get("edit.empty.hidden", fields.size()));
    }

    private boolean isEmpty(FieldModel field) {
        String column = field.column().name();
        return form.shown()
                .map(edit -> edit.state().get())
                .filter(state -> holdsNothing(state, column))
                .filter(state -> !state.changed(column) && !field.required())
                .filter(state -> field.problem().get().isEmpty())
                .isPresent();
    }

    private static boolean holdsNothing(EditState state, String column) {
        Value value = state.draft().get(column);
        return (value.isNull() || value.equals(Value.of("")))
                && !state.unreadable().containsKey(column);
    }

    /** Hides the empty fields of the table's records, or shows them. */
    public void hide(boolean wanted) {
        form.shown().ifPresent(edit -> {
            hiding.set(wanted);
            memory.change(edit.table().id(), views -> views.hidingEmpty(wanted));
            judge();
        });
    }

    /** Hides the empty fields where they are shown, and shows them where they are hidden. */
    public void toggle() {
        hide(!hiding.get());
    }

    /** A field is needed although it is empty. */
    void reveal(FieldModel field) {
        Set<FieldModel> others = new LinkedHashSet<>(hidden.get());
        if (others.remove(field)) {
            put(others);
        }
    }

    /** Whether empty fields of the table's records are hidden. */
    public ReadOnlyBooleanProperty hiding() {
        return hiding.getReadOnlyProperty();
    }

    /** The fields hidden, in the order of the form. */
    ReadOnlyObjectProperty<Set<FieldModel>> hidden() {
        return hidden.getReadOnlyProperty();
    }

    /** How many fields are hidden, in a few words that offer to show them; empty when there are none. */
    public ReadOnlyStringProperty result() {
        return result.getReadOnlyProperty();
    }
}
