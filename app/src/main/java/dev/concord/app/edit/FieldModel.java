package dev.concord.app.edit;

import dev.concord.app.control.Caption;
import dev.concord.app.control.Parsed;
import dev.concord.app.control.ValueText;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.FieldLock;
import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One column of the record being edited. FX thread only. */
public final class FieldModel {
    private final Column column;
    private final ValueText valueText;
    private final boolean key;
    private final Optional<FieldReference> reference;
    private final Texts texts;
    private final ObjectProperty<Value> value = new SimpleObjectProperty<>(this, "value", Value.ofNull());
    private final StringProperty unreadable = new SimpleStringProperty(this, "unreadable", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper problemDetail = new ReadOnlyStringWrapper(this, "problemDetail", "");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private final ReadOnlyObjectWrapper<FieldLock> lock = new ReadOnlyObjectWrapper<>(this, "lock", FieldLock.NONE);
    private final ReadOnlyStringWrapper nullText = new ReadOnlyStringWrapper(this, "nullText", "");
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper(this, "news", "");
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown", true);
    private boolean quiet;

    /**
     * A field showing NULL.
     *
     * @param key whether the column belongs to the row key
     * @param reference the foreign key that the column is part of
     * @param onEdit receives each edit by the user: the present content of the field
     */
    FieldModel(
            Column column, boolean key, Optional<FieldReference> reference, Texts texts, Consumer<FieldInput> onEdit) {
        this.column = column;
        this.key = key;
        this.reference = reference;
        this.texts = texts;
        this.valueText = new ValueText(texts);
        value.subscribe((was, now) -> edited(onEdit));
        unreadable.subscribe((was, now) -> edited(onEdit));
    }

    /** The column, from the catalog. */
    public Column column() {
        return column;
    }

    /** Whether the column belongs to the row key. */
    public boolean key() {
        return key;
    }

    /** The foreign key that the column is part of; empty where there is none. */
    Optional<FieldReference> reference() {
        return reference;
    }

    /** Whether the record cannot be saved without a value here. */
    public boolean required() {
        return column.requiredOnInsert();
    }

    /** The value as edited; for the editor. */
    public ObjectProperty<Value> value() {
        return value;
    }

    /** The text as typed while it is no value of the column's type; empty otherwise. For the editor. */
    public StringProperty unreadable() {
        return unreadable;
    }

    /** One sentence when the field keeps the record from being saved; empty otherwise. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** The constraint's name and the database's message about the problem; may be empty. */
    public ReadOnlyStringProperty problemDetail() {
        return problemDetail.getReadOnlyProperty();
    }

    /** Whether the field differs from the record as read. */
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** Whether it can be typed into, and if not, why. */
    public ReadOnlyObjectProperty<FieldLock> lock() {
        return lock.getReadOnlyProperty();
    }

    /** The word in place of NULL: in a new record, what the database will put there. */
    public ReadOnlyStringProperty nullText() {
        return nullText.getReadOnlyProperty();
    }

    /** One sentence when the database's value changed while the record is edited; empty otherwise. */
    public ReadOnlyStringProperty news() {
        return news.getReadOnlyProperty();
    }

    /** Whether the field is among those shown. */
    public ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    void shown(boolean there) {
        shown.set(there);
    }

    FieldInput input() {
        return new FieldInput(value.get(), unreadable.get());
    }

    /** Shows an input that was not typed here. The text of the editor is not touched while it is the same unreadable text. */
    void show(FieldInput input) {
        quiet = true;
        try {
            if (!unreadable.get().equals(input.unreadable())) {
                unreadable.set("");
            }
            value.set(input.value());
            unreadable.set(input.unreadable());
        } finally {
            quiet = false;
        }
        judge();
    }

    void markChanged(boolean different) {
        changed.set(different);
    }

    void lock(FieldLock why) {
        lock.set(why);
    }

    void nullText(String word) {
        nullText.set(word);
    }

    void news(String sentence) {
        news.set(sentence);
    }

    void complain(String sentence, String detail) {
        problem.set(sentence);
        problemDetail.set(detail);
    }

    private void edited(Consumer<FieldInput> onEdit) {
        if (!quiet) {
            judge();
            onEdit.accept(input());
        }
    }

    /** Sets the problem to that of the text, and removes any other. */
    void judge() {
        boolean typed = !unreadable.get().isEmpty();
        complain(
                typed && valueText.parse(unreadable.get(), column, value.get()) instanceof Parsed.Unreadable unread
                        ? reference
                                .map(to -> texts.get(
                                        "reference.unread",
                                        Caption.of(to.key().target().name())))
                                .orElseGet(unread::sentence)
                        : "",
                "");
    }
}
