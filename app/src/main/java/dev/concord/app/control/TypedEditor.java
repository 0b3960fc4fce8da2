package dev.concord.app.control;

import atlantafx.base.theme.Styles;
import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Any value that can be typed, in a text control given to it. */
final class TypedEditor implements ValueEditor {
    private final TextInputControl control;
    private final TypedText typed;
    private final HBox node;

    TypedEditor(TextInputControl control, Column column, Texts texts) {
        this.control = control;
        this.typed = new TypedText(control, column, texts);
        this.node = new HBox(control);
        node.getStyleClass().add("value-editor");
        node.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(control, Priority.ALWAYS);
        control.setMinWidth(0);
        control.setMaxWidth(Double.MAX_VALUE);
        typed.problem()
                .subscribe(sentence -> control.pseudoClassStateChanged(Styles.STATE_DANGER, !sentence.isEmpty()));
        if (column.nullable()) {
            NullToggle toggle = new NullToggle(this, texts, empty(column), typed::choose);
            toggle.listenIn(node);
            node.getChildren().add(toggle);
        }
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
