package dev.concord.app.inplace;

import dev.concord.app.control.ValueText;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.reference.ReferenceEditor;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/**
 * A value being edited in its cell. What is typed is written through to the record's pending edit, as in the form, so that it is kept
 * with the next keystroke; what is typed before the record has been read is written as soon as it has. FX thread only.
 */
public final class CellEdit {
    private final CellTarget target;
    private final boolean difference;
    private final Texts texts;
    private final ObjectProperty<Value> value;
    private final StringProperty unreadable = new SimpleStringProperty(this, "unreadable", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private Optional<PendingEdit> edit = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private Value from;
    private final Optional<ForeignKey> reference;
    /** The columns of the row that was chosen to refer to; empty where none was, or something was typed since. */
    private Optional<Row> chosen = Optional.empty();
    /** Whether a change of the number is to be written as such: where the number itself was not changed before. */
    private boolean added;

    private long begun;
    private boolean typed;
    private boolean quiet;
    /** Whether the person has seen what the database holds by now. */
    private boolean agreed = true;

    /** @param difference whether a change of a number is typed, instead of the number */
    CellEdit(CellTarget target, boolean difference, Texts texts) {
        this.target = target;
        this.difference = difference;
        this.texts = texts;
        this.from = target.shown();
        this.added = difference;
        this.value = new SimpleObjectProperty<>(this, "value", target.shown());
        value.subscribe((was, now) -> write());
        unreadable.subscribe((was, now) -> write());
        this.reference = difference ? Optional.empty() : ReferenceEditor.editedIn(target.table(), target.column());
    }

    /** The foreign key that the column is part of; empty where there is none. */
    Optional<ForeignKey> reference() {
        return reference;
    }

    /** The value of a column of the record, as far as it is known. */
    Optional<Value> typedIn(String name) {
        return name.equals(column().name())
                ? Optional.of(value.get()).filter(_ -> unreadable.get().isEmpty())
                : edit.map(open -> open.draft().get(name));
    }

    /** Sets several columns, those of a reference, in place of what was typed. */
    void choose(Row columns) {
        quiet = true;
        try {
            unreadable.set("");
            value.set(columns.get(column().name()));
        } finally {
            quiet = false;
        }
        typed = true;
        chosen = Optional.of(columns);
        putAgreed();
    }

    /** Writes what stands in the cell, as one step. */
    private void put(PendingEdit open) {
        if (chosen.isPresent()) {
            open.backTo(begun);
            Map<String, FieldInput> inputs = new LinkedHashMap<>();
            chosen.get().values().forEach((column, input) -> inputs.put(column, new FieldInput(input, "")));
            open.change(inputs);
        } else {
            open.type(column(), new FieldInput(value.get(), unreadable.get(), added));
        }
    }

    /** The record. */
    public RecordKey key() {
        return target.key();
    }

    public Column column() {
        return target.column();
    }

    /** Whether a change of a number is typed ({@code +5}), instead of the number. */
    public boolean difference() {
        return difference;
    }

    /** The number that a {@link #difference} changes. */
    Value from() {
        return from;
    }

    /** The value as typed; for the editor. */
    public ObjectProperty<Value> value() {
        return value;
    }

    /** The text as typed while it is no value of the column's type; empty otherwise. For the editor. */
    public StringProperty unreadable() {
        return unreadable;
    }

    /** One sentence about what keeps the value from being taken; empty otherwise. */
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /** Whether the record has been read. */
    boolean isOpen() {
        return edit.isPresent();
    }

    /** Whether all that was typed is in the record's pending edit. */
    boolean written() {
        return !typed || (edit.isPresent() && agreed);
    }

    /** The record has been read. */
    void opened(PendingEdit now) {
        edit = Optional.of(now);
        message.set("");
        now.endStep();
        begun = now.lastStep();
        FieldInput held = now.state().get().input(column().name());
        following = now.state().subscribe((was, is) -> follow(is.input(column().name())));
        added = difference && (held.added() || !now.state().get().changed(column().name()));
        if (!typed) {
            from = held.value();
            show(held);
        } else if (held.unreadable().isEmpty() && !target.shows(held.value())) {
            agreed = false;
            message.set(texts.get("cell.changed", new ValueText(texts).cell(held.value(), column())));
        } else {
            putAgreed();
        }
    }

    /** The record could not be read. */
    void failed(String sentence) {
        message.set(sentence);
    }

    /** What was typed is meant, whatever the database holds by now. */
    void agree() {
        if (edit.isPresent() && !agreed) {
            agreed = true;
            message.set("");
            putAgreed();
        }
    }

    /** Takes everything back that was typed here. */
    void takeBack() {
        edit.ifPresent(open -> open.backTo(begun));
        typed = false;
    }

    /** Ends the step to undo. */
    void end() {
        following.unsubscribe();
        edit.ifPresent(PendingEdit::endStep);
    }

    private void write() {
        if (!quiet) {
            typed = true;
            chosen = Optional.empty();
            putAgreed();
        }
    }

    private void putAgreed() {
        if (agreed) {
            edit.ifPresent(this::put);
        }
    }

    private void follow(FieldInput now) {
        if (agreed && !now.reads(new FieldInput(value.get(), unreadable.get()))) {
            show(now);
        }
    }

    private void show(FieldInput input) {
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
    }
}
