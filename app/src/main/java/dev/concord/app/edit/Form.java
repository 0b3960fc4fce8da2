package dev.concord.app.edit;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The fields of one record and the draft they add up to. The draft is the truth; the fields show it, and what is typed
 * into them goes into it. FX thread only.
 */
final class Form {
    private final Texts texts;
    private final ObservableList<FieldModel> fields = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Draft>> draft =
            new ReadOnlyObjectWrapper<>(this, "draft", Optional.empty());
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
    private final EditHistory history = new EditHistory();
    private Optional<Table> described = Optional.empty();

    Form(Texts texts) {
        this.texts = texts;
    }

    ObservableList<FieldModel> fields() {
        return fields;
    }

    ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Whether anything would be lost if the form were emptied: a change, or text that is not readable yet. */
    ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    EditHistory history() {
        return history;
    }

    /** Shows another record. The fields of the same table are used again, so that the editors can stay. */
    void open(Table table, Draft record, Map<String, String> unreadable, Function<Column, FieldLock> locks) {
        if (!described.equals(Optional.of(table))) {
            described = Optional.of(table);
            Set<String> key = table.rowKey().map(k -> Set.copyOf(k.columns())).orElse(Set.of());
            fields.setAll(table.columns().stream()
                    .map(c -> field(c, key.contains(c.name())))
                    .toList());
        }
        draft.set(Optional.of(record));
        for (FieldModel field : fields) {
            String name = field.column().name();
            field.lock(lock(locks.apply(field.column()), record.get(name)));
            field.nullText(nullText(field, record));
            field.show(new FieldInput(record.get(name), unreadable.getOrDefault(name, "")));
            field.news("");
        }
        history.clear();
        mark(record);
    }

    /** Shows nothing. */
    void close() {
        draft.set(Optional.empty());
        history.clear();
        described = Optional.empty();
        fields.clear();
        dirty.set(false);
    }

    /**
     * Goes on with a newer base: what was sent is settled, what was typed since stays as a change, text that is not
     * readable yet stays where it is.
     */
    void settle(Draft sent, Snapshot saved) {
        Draft now = draft.get().orElse(sent);
        Draft next = Draft.of(saved);
        for (FieldModel field : fields) {
            String name = field.column().name();
            // What neither holds as a change was brought up to date meanwhile, not typed.
            boolean touched = now.changes().has(name) || sent.changes().has(name);
            if (touched && !now.get(name).equals(sent.get(name))) {
                next = next.with(name, now.get(name));
            }
            field.news("");
        }
        rebase(next);
    }

    /** Shows a draft on another base of the same record. */
    void rebase(Draft next) {
        draft.set(Optional.of(next));
        for (FieldModel field : fields) {
            field.nullText(nullText(field, next));
            Value shown = next.get(field.column().name());
            if (!field.value().get().equals(shown)) {
                history.forget(field);
            }
            field.showValue(shown);
        }
        mark(next);
    }

    /** The draft as far as it can be written: half-typed fields count as they were in the other draft. */
    Draft readable(Draft other) {
        Draft now = draft.get().orElse(other);
        for (FieldModel field : fields) {
            String name = field.column().name();
            if (!field.unreadable().get().isEmpty()) {
                now = other.changes().has(name) ? now.with(name, other.get(name)) : now.without(name);
            }
        }
        return now;
    }

    Map<String, String> unreadable() {
        Map<String, String> kept = new LinkedHashMap<>();
        for (FieldModel field : fields) {
            if (!field.unreadable().get().isEmpty()) {
                kept.put(field.column().name(), field.unreadable().get());
            }
        }
        return Map.copyOf(kept);
    }

    Optional<FieldModel> field(String column) {
        return fields.stream().filter(f -> f.column().name().equals(column)).findFirst();
    }

    /** Complains about required fields without a value and returns the first field that keeps the record from saving. */
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

    /** Takes every change back, as one step that can itself be undone. */
    void discard() {
        Draft now = draft.get().orElseThrow();
        Draft clean = new Draft(now.table(), now.base(), Row.EMPTY);
        Map<FieldModel, FieldInput> before = inputs();
        Map<FieldModel, FieldInput> after = new LinkedHashMap<>();
        fields.forEach(f -> after.put(f, new FieldInput(clean.get(f.column().name()), "")));
        put(after);
        history.push(EditHistory.between(before, after));
    }

    /** Sets fields as they were in the history; returns the first of them. */
    Optional<FieldModel> put(Map<FieldModel, FieldInput> inputs) {
        Draft now = draft.get().orElseThrow();
        for (var entry : inputs.entrySet()) {
            entry.getKey().show(entry.getValue());
            now = with(now, entry.getKey().column(), entry.getValue().value());
        }
        draft.set(Optional.of(now));
        mark(now);
        return fields.stream().filter(inputs::containsKey).findFirst();
    }

    private Map<FieldModel, FieldInput> inputs() {
        Map<FieldModel, FieldInput> inputs = new LinkedHashMap<>();
        fields.forEach(f -> inputs.put(f, f.input()));
        return inputs;
    }

    private FieldModel field(Column column, boolean key) {
        FieldModel[] self = new FieldModel[1];
        self[0] = new FieldModel(column, key, texts, (before, after) -> edited(self[0], before, after));
        return self[0];
    }

    private void edited(FieldModel field, FieldInput before, FieldInput after) {
        history.edited(field, before, after);
        Draft next = with(draft.get().orElseThrow(), field.column(), after.value());
        draft.set(Optional.of(next));
        mark(next);
    }

    /** In a new record, no value is not NULL but whatever the database puts there. */
    private static Draft with(Draft draft, Column column, Value value) {
        return draft.base().isEmpty() && value.isNull()
                ? draft.without(column.name())
                : draft.with(column.name(), value);
    }

    private void mark(Draft now) {
        boolean typing = false;
        for (FieldModel field : fields) {
            boolean unread = !field.unreadable().get().isEmpty();
            field.markChanged(unread || now.changes().has(field.column().name()));
            typing |= unread;
        }
        dirty.set(typing || now.dirty());
    }

    private static FieldLock lock(FieldLock byColumn, Value value) {
        return byColumn == FieldLock.NONE && value instanceof Value.Large ? FieldLock.LARGE : byColumn;
    }

    private String nullText(FieldModel field, Draft record) {
        Column column = field.column();
        if (record.base().isPresent()) {
            return texts.get("value.null");
        }
        return switch (field.lock().get()) {
            case COMPUTED, IDENTITY, VERSION -> texts.get("edit.null.by-database");
            case NONE, RECORD, LARGE ->
                column.defaultExpression()
                        .map(expression -> texts.get("edit.null.default", expression))
                        .orElseGet(() -> column.nullable() ? texts.get("value.null") : "");
        };
    }
}
