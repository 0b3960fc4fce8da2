package dev.concord.app.control;

import atlantafx.base.theme.Styles;
import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Any value that can be typed, in a text control given to it. */
final class TypedEditor implements ValueEditor {
    /** The most characters of a text that looks like one line. */
    private static final int ONE_LINE = 200;

    private final TextInputControl control;
    private final TypedText typed;
    private final HBox node;
    /** Whether a text without line breaks is taken for one line. */
    private final boolean oneLine;

    TypedEditor(TextInputControl control, Column column, Texts texts) {
        this(control, column, texts, text -> {});
    }

    /** @param heard given each text that a person types, before it is read */
    TypedEditor(TextInputControl control, Column column, Texts texts, Consumer<String> heard) {
        this.oneLine = column.kind() == ValueKind.TEXT;
        this.control = control;
        this.typed = new TypedText(control, column, texts, heard);
        this.node = new HBox(control);
        node.getStyleClass().add("value-editor");
        node.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(control, Priority.ALWAYS);
        control.setMinWidth(0);
        control.setMaxWidth(Double.MAX_VALUE);
        typed.problem()
                .subscribe(sentence -> control.pseudoClassStateChanged(Styles.STATE_DANGER, !sentence.isEmpty()));
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        node.getChildren().add(whole(texts));
        if (column.nullable()) {
            NullToggle toggle = new NullToggle(this, texts, empty(column), typed::choose);
            toggle.listenIn(node);
            node.getChildren().add(toggle);
        }
    }

    /** Enter goes to the next field from a text on one line. Shift+Enter breaks the line where the text may have several. */
    private void enter(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (control instanceof GrowingTextArea area && (event.isShiftDown() || !oneLine)) {
            if (event.isShiftDown() && area.isEditable()) {
                area.replaceSelection("\n");
                event.consume();
            }
        } else if (!(control instanceof TextField && event.isShiftDown())
                && (control instanceof TextField || fitsOneLine(control.getText()))) {
            control.requestFocusTraversal(TraversalDirection.NEXT);
            event.consume();
        }
    }

    private static boolean fitsOneLine(String text) {
        return text.length() <= ONE_LINE && text.indexOf('\n') < 0;
    }

    /** A button that shows all of a long text. */
    private Node whole(Texts texts) {
        Button whole = new Button(texts.get("value.cut.whole"));
        whole.getStyleClass().add("value-button");
        whole.setMinWidth(Region.USE_PREF_SIZE);
        whole.visibleProperty().bind(typed.cut());
        whole.managedProperty().bind(typed.cut());
        whole.setOnAction(event -> {
            typed.showWhole();
            control.requestFocus();
        });
        return whole;
    }

    /** Adds a button that offers values, next to the text. */
    TypedEditor with(Node button) {
        node.getChildren().add(1, button);
        return this;
    }

    /** Sets a value the user picked instead of typing it. */
    void choose(Value chosen) {
        typed.choose(chosen);
    }

    private static Value empty(Column column) {
        return column.kind() == ValueKind.TEXT
                ? Value.of("")
                : column.kind() == ValueKind.OTHER ? new Value.Other(column.typeName(), "") : Value.ofNull();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return control;
    }

    @Override
    public ObjectProperty<Value> value() {
        return typed.value();
    }

    @Override
    public ReadOnlyStringProperty problem() {
        return typed.problem().getReadOnlyProperty();
    }

    @Override
    public StringProperty unreadable() {
        return typed.unreadable();
    }

    @Override
    public BooleanProperty editable() {
        return typed.editable();
    }

    @Override
    public StringProperty nullText() {
        return typed.nullText();
    }
}
