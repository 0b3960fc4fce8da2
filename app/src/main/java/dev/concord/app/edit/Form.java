package dev.concord.app.edit;

import dev.concord.app.control.Caption;
import dev.concord.app.control.DefaultText;
import dev.concord.app.pending.EditState;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.FieldLock;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.reference.ReferenceEditor;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/**
 * The fields of the record shown. The pending edit holds the values; the fields show it and write through to it. FX
 * thread only.
 */
final class Form {
    private final Texts texts;
    private final DefaultText defaults;
    private final ObservableList<FieldModel> fields = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Draft>> draft =
            new ReadOnlyObjectWrapper<>(this, "draft", Optional.empty());
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private Optional<Table> described = Optional.empty();
    private Optional<PendingEdit> shown = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    Form(Texts texts) {
        this.texts = texts;
        this.defaults = new DefaultText(texts);
    }

    ObservableList<FieldModel> fields() {
        return fields;
    }

    /** The edit shown; empty when there is none. */
    Optional<PendingEdit> shown() {
        return shown;
    }

    ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Whether the edit shown holds anything that is not in the database. */
    ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Shows another record. The fields of the same table are used again, so that the editors can stay. */
    void open(PendingEdit edit, BiFunction<Column, Value, FieldLock> locks) {
        following.unsubscribe();
        Table table = edit.table();
        if (!described.equals(Optional.of(table))) {
            described = Optional.of(table);
            Set<String> key = table.rowKey().map(k -> Set.copyOf(k.columns())).orElse(Set.of());
            fields.setAll(table.columns().stream()
                    .map(c -> field(table, c, key.contains(c.name())))
                    .toList());
        }
        // Not earlier, because an editor that is removed may still write what was typed to the record it was typed for.
        shown = Optional.of(edit);
        EditState state = edit.state().get();
        draft.set(Optional.of(state.draft()));
        for (FieldModel field : fields) {
            FieldInput input = state.input(field.column().name());
            field.lock(locks.apply(field.column(), input.value()));
            field.show(input);
            field.news("");
        }
        follow(state);
        following = edit.state().subscribe((before, now) -> {
            if (before.saves() != now.saves()) {
                fields.forEach(field -> field.news(""));
            }
            follow(now);
        });
    }

    /** Shows nothing. */
    void close() {
        following.unsubscribe();
        following = Subscription.EMPTY;
        shown = Optional.empty();
        draft.set(Optional.empty());
        described = Optional.empty();
        fields.clear();
        canUndo.set(false);
        canRedo.set(false);
        dirty.set(false);
    }

    private void follow(EditState state) {
        draft.set(Optional.of(state.draft()));
        for (FieldModel field : fields) {
            String column = field.column().name();
            field.nullText(nullText(field, state.draft()));
            if (!field.input().reads(state.input(column))) {
                field.show(state.input(column));
            }
            if (field.changed().get() && !state.changed(column)) {
                // What was said about the edit is over when the edit is taken back.
                field.news("");
            }
            field.markChanged(state.changed(column));
            field.reference().ifPresent(reference -> reference.follow(values(reference.key(), state)));
        }
        canUndo.set(state.canUndo());
        canRedo.set(state.canRedo());
        dirty.set(state.dirty());
    }

    Optional<FieldModel> field(String column) {
        return fields.stream().filter(f -> f.column().name().equals(column)).findFirst();
    }

    /** The first field, in the table's order, that shows one of some columns. */
    Optional<FieldModel> firstOf(Set<String> columns) {
        return fields.stream().filter(f -> columns.contains(f.column().name())).findFirst();
    }

    /** Marks required fields without a value and returns the first field that prevents the record from being saved. */
    Optional<FieldModel> firstProblem() {
        Draft now = draft.get().orElseThrow();
        for (FieldModel field : fields) {
            Column column = field.column();
            boolean given = now.base().isEmpty() || now.changes().has(column.name());
            boolean needed = now.base().isEmpty() ? column.requiredOnInsert() : !column.nullable();
            boolean missing =
                    now.get(column.name()).isNull() && field.unreadable().get().isEmpty();
            if (given && needed && missing && field.lock().get() == FieldLock.NONE) {
                field.complain(texts.get("violation.not-null"), "");
            } else if (field.unreadable().get().isEmpty()) {
                field.complain("", "");
            }
        }
        return fields.stream().filter(f -> !f.problem().get().isEmpty()).findFirst();
    }

    private FieldModel field(Table table, Column column, boolean key) {
        Optional<FieldReference> reference = ReferenceEditor.editedIn(table, column)
                .map(to -> new FieldReference(to, this::shown, this::locked, fixed -> field(column.name())
                        .ifPresent(field -> field.complain(texts.get("reference.locked", Caption.of(fixed)), ""))));
        return new FieldModel(
                column, key, reference, texts, after -> shown.ifPresent(edit -> edit.type(column, after)));
    }

    private boolean locked(String column) {
        return field(column)
                .filter(field -> field.lock().get() != FieldLock.NONE)
                .isPresent();
    }

    private static Optional<ReferenceValues> values(ForeignKey reference, EditState state) {
        return ReferenceValues.of(
                reference,
                column -> state.unreadable().containsKey(column)
                        ? Optional.empty()
                        : Optional.of(state.draft().get(column)));
    }

    private String nullText(FieldModel field, Draft record) {
        Column column = field.column();
        if (record.base().isPresent()) {
            return texts.get("value.null");
        }
        return switch (field.lock().get()) {
            case COMPUTED, IDENTITY, VERSION -> texts.get("edit.null.by-database");
            case NONE, RECORD, RIGHTS, LARGE ->
                defaults.of(column)
                        .map(value -> texts.get("edit.null.default", value))
                        .orElseGet(() -> column.nullable() ? texts.get("value.null") : "");
        };
    }
}
