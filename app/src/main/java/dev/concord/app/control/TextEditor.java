package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** A text on one line, or on several lines as soon as a value has line breaks. */
final class TextEditor implements ValueEditor {
    private final TypedEditor line;
    private final TypedEditor area;
    private final StackPane node = new StackPane();

    TextEditor(Column column, Texts texts) {
        line = new TypedEditor(new TextField(), column, texts);
        area = new TypedEditor(new GrowingTextArea(), column, texts);
        area.value().bindBidirectional(line.value());
        area.editable().bindBidirectional(line.editable());
        area.nullText().bindBidirectional(line.nullText());
        node.getChildren().setAll(line.node());
        line.node().addEventFilter(KeyEvent.KEY_PRESSED, this::breakLine);
        line.value().subscribe(this::fit);
    }

    /** Begins a second line: Shift+Enter, because Enter goes to the next field. */
    private void breakLine(KeyEvent event) {
        TextField field = (TextField) line.focusTarget();
        if (event.getCode() == KeyCode.ENTER
                && event.isShiftDown()
                && field.equals(event.getTarget())
                && field.isEditable()) {
            int at = field.getSelection().getStart();
            field.replaceSelection("");
            StringBuilder text = new StringBuilder(field.getText()).insert(at, '\n');
            line.value().set(Value.of(text.toString()));
            ((TextInputControl) area.focusTarget()).positionCaret(at + 1);
            event.consume();
        }
    }

    private void fit(Value value) {
        boolean broken = value.text().chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t');
        // The field keeps several lines: it must not change while the user types in it and deletes the last line break.
        if (broken && node.getChildren().contains(line.node())) {
            boolean focused = line.focusTarget().isFocused();
            node.getChildren().setAll(area.node());
            if (focused) {
                area.focusTarget().requestFocus();
            }
        }
    }

    private TypedEditor shown() {
        return node.getChildren().contains(area.node()) ? area : line;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return shown().focusTarget();
    }

    @Override
    public ObjectProperty<Value> value() {
        return line.value();
    }

    @Override
    public ReadOnlyStringProperty problem() {
        return line.problem();
    }

    @Override
    public StringProperty unreadable() {
        return line.unreadable();
    }

    @Override
    public BooleanProperty editable() {
        return line.editable();
    }

    @Override
    public StringProperty nullText() {
        return line.nullText();
    }
}
