package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.diff.EditedLines;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextFormatter.Change;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Synchronises a text control with a value: typed text becomes the value, a value set from outside becomes the text,
 * and text that is not a value stays in the control.
 */
final class TypedText {
    /** The longest text, in characters, that is shown at once: laying out a longer one takes seconds and much memory. */
    static final int LONGEST = 50_000;

    /** How many characters of a longer one are shown. */
    private static final int BEGINNING = 5_000;

    static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final Set<ValueKind> FREE = Set.of(ValueKind.TEXT, ValueKind.JSON, ValueKind.OTHER, ValueKind.ENUM);

    private final TextInputControl control;
    private final Column column;
    private final Texts texts;
    private final ValueText valueText;
    private final ObjectProperty<Value> value = new SimpleObjectProperty<>(this, "value", Value.ofNull());
    private final StringProperty unreadable = new SimpleStringProperty(this, "unreadable", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final StringProperty nullText;
    private final BooleanProperty editable = new SimpleBooleanProperty(this, "editable", true);
    private final BooleanProperty typable = new SimpleBooleanProperty(this, "typable", true);
    /** Whether the beginning of a long text is shown instead of all of it. */
    private final ReadOnlyBooleanWrapper cut = new ReadOnlyBooleanWrapper(this, "cut");

    private final Hint hint;
    /**
     * The value last set from outside, with its text in the control: if the same text is typed again, it means the same
     * value.
     */
    private Value given = Value.ofNull();

    private String shown = "";
    /** The text in the control with the line ends it has in the value. */
    private EditedLines lines = EditedLines.of("");

    private boolean busy;

    TypedText(TextInputControl control, Column column, Texts texts) {
        this(control, column, texts, text -> {});
    }

    /** @param heard given each text that a person types, before it is read */
    TypedText(TextInputControl control, Column column, Texts texts, Consumer<String> heard) {
        this.control = control;
        this.hint = Hint.on(control);
        this.column = column;
        this.texts = texts;
        this.valueText = new ValueText(texts);
        this.nullText = new SimpleStringProperty(this, "nullText", texts.get("value.null"));
        control.editableProperty().bind(editable.and(typable));
        control.setTextFormatter(new TextFormatter<>(this::followed));
        control.textProperty()
                .subscribe((was, now) -> unlessBusy(() -> {
                    heard.accept(now);
                    typed(now);
                }));
        value.subscribe((was, now) -> unlessBusy(() -> given(now)));
        unreadable.subscribe((was, now) -> unlessBusy(() -> restored(now)));
        nullText.subscribe(this::paint);
        control.focusedProperty().subscribe((was, focused) -> {
            if (!focused) {
                unlessBusy(this::tidy);
            }
        });
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::replaceMalformed);
        paint();
    }

    ObjectProperty<Value> value() {
        return value;
    }

    StringProperty unreadable() {
        return unreadable;
    }

    ReadOnlyStringWrapper problem() {
        return problem;
    }

    StringProperty nullText() {
        return nullText;
    }

    BooleanProperty editable() {
        return editable;
    }

    /** Whether the beginning of a long text is shown instead of all of it; it cannot be typed into then. */
    ReadOnlyBooleanProperty cut() {
        return cut.getReadOnlyProperty();
    }

    /** Shows all of a long text, so that it can be typed into. */
    void showWhole() {
        unlessBusy(() -> show(value.get(), Integer.MAX_VALUE));
    }

    /** Sets a value that the user chose without typing. */
    void choose(Value chosen) {
        unlessBusy(() -> {
            accept(chosen);
            lines = EditedLines.of(valueText.edit(chosen, column));
            write(lines.shown());
            typable.set(true);
            cut.set(false);
            hint.say("");
        });
    }

    /** Text that is not valid cannot be changed in places, but replaced as a whole: Delete begins an empty one. */
    private void replaceMalformed(KeyEvent event) {
        boolean delete = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE;
        if (delete
                && editable.get()
                && value.get() instanceof Value.Malformed
                && valueText.parse("", column) instanceof Parsed.Read(Value empty)) {
            choose(empty);
            event.consume();
        }
    }

    /** Makes the same change in the text with its own line ends: only here it is known where somebody types. */
    private Change followed(Change change) {
        if (!busy && change.isContentChange()) {
            change.setText(EditedLines.of(change.getText()).shown());
            lines = lines.replaced(change.getRangeStart(), change.getRangeEnd(), change.getText());
        }
        return change;
    }

    private void typed(String text) {
        if (!lines.shown().equals(text)) {
            lines = lines.changedTo(text);
        }
        if (!given.isNull() && text.equals(shown)) {
            accept(given);
            return;
        }
        switch (valueText.parse(lines.text(), column, given)) {
            case Parsed.Read read -> accept(read.value());
            case Parsed.Unreadable unread -> {
                problem.set(unread.sentence());
                unreadable.set(text);
            }
        }
    }

    private void accept(Value readable) {
        problem.set("");
        unreadable.set("");
        value.set(readable);
    }

    private void given(Value now) {
        show(now, LONGEST);
    }

    private void show(Value now, int longest) {
        given = now;
        if (unreadable.get().isEmpty()) {
            String text = valueText.edit(now, column);
            cut.set(text.length() > longest);
            lines = EditedLines.of(cut.get() ? beginning(text) : text);
            write(lines.shown());
            shown = control.getText();
            boolean malformed = now instanceof Value.Malformed;
            // A control drops characters it cannot show; typing would then change characters the user has not touched.
            typable.set(!malformed && !cut.get() && shown.equals(lines.shown()));
            String why = cut.get() ? "value.cut" : malformed ? "value.malformed" : "value.untypable";
            hint.say(typable.get() ? "" : texts.get(why));
        }
    }

    private static String beginning(String text) {
        int end = Character.isHighSurrogate(text.charAt(BEGINNING - 1)) ? BEGINNING - 1 : BEGINNING;
        return text.substring(0, end) + "…";
    }

    private void restored(String text) {
        if (text.isEmpty()) {
            problem.set("");
            given(value.get());
        } else {
            lines = EditedLines.of(valueText.edit(given, column));
            write(text);
            typed(text);
        }
    }

    /** Formats a number or a date in its usual form when the control loses the focus. */
    private void tidy() {
        if (unreadable.get().isEmpty() && !FREE.contains(column.kind())) {
            write(value.get().equals(given) ? shown : valueText.edit(value.get(), column));
        }
    }

    private void write(String text) {
        if (!text.equals(control.getText())) {
            int caret = control.getCaretPosition();
            control.setText(text);
            control.positionCaret(Math.min(caret, control.getLength()));
        }
    }

    private void paint() {
        boolean isNull = value.get().isNull() && unreadable.get().isEmpty();
        control.pseudoClassStateChanged(NULL, isNull);
        control.setPromptText(isNull ? nullText.get() : "");
    }

    private void unlessBusy(Runnable change) {
        if (busy) {
            return;
        }
        busy = true;
        try {
            change.run();
        } finally {
            busy = false;
            paint();
        }
    }
}
