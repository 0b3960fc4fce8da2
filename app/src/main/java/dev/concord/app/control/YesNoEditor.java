package dev.concord.app.control;

import atlantafx.base.theme.Styles;
import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Yes, No and, where allowed, NULL as buttons side by side. The arrow keys choose the next one. */
final class YesNoEditor implements ValueEditor {
    private static final KeyCombination NULL_KEY = new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN);

    private final ChosenValue chosen;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final Label other = new Label();
    private final HBox node = new HBox();
    private final Column column;
    private final ValueText text;

    YesNoEditor(Column column, Texts texts) {
        this.column = column;
        this.chosen = new ChosenValue(texts);
        this.text = new ValueText(texts);
        add(texts.get("value.yes"), Value.of(true));
        add(texts.get("value.no"), Value.of(false));
        if (column.nullable()) {
            add(texts.get("value.null"), Value.ofNull());
        }
        buttons.getFirst().getStyleClass().add(Styles.LEFT_PILL);
        buttons.subList(1, buttons.size() - 1).forEach(b -> b.getStyleClass().add(Styles.CENTER_PILL));
        buttons.getLast().getStyleClass().add(Styles.RIGHT_PILL);
        other.getStyleClass().add("concord-muted");
        node.getStyleClass().addAll("value-editor", "yes-no");
        node.setAlignment(Pos.CENTER_LEFT);
        node.getChildren().addAll(buttons);
        node.getChildren().add(other);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        chosen.value().subscribe(value -> paint());
        chosen.nullText().subscribe(word -> paint());
    }

    private void add(String word, Value value) {
        ToggleButton button = new ToggleButton(word);
        button.disableProperty().bind(chosen.editable().not());
        button.setOnAction(event -> choose(values.indexOf(value)));
        buttons.add(button);
        values.add(value);
    }

    private void choose(int index) {
        chosen.value().set(alike(values.get(index)));
        paint();
        buttons.get(index).requestFocus();
    }

    /** Returns a choice in the type of the present value: SQLite stores booleans as 0 and 1. */
    private Value alike(Value choice) {
        boolean number = chosen.value().get() instanceof Value.Exact;
        return number && choice instanceof Value.Bool b ? Value.of(b.truth() ? 1 : 0) : choice;
    }

    private int indexOf(Value value) {
        return values.indexOf(
                value.equals(Value.of(1)) ? Value.of(true) : value.equals(Value.of(0)) ? Value.of(false) : value);
    }

    private void pressed(KeyEvent event) {
        int focused = buttons.indexOf(focusTarget());
        if (event.getCode() == KeyCode.RIGHT && focused + 1 < buttons.size()) {
            choose(focused + 1);
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT && focused > 0) {
            choose(focused - 1);
            event.consume();
        } else if (NULL_KEY.match(event) && column.nullable()) {
            choose(buttons.size() - 1);
            event.consume();
        }
    }

    private void paint() {
        Value value = chosen.value().get();
        int index = indexOf(value);
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setSelected(i == index);
            buttons.get(i).setFocusTraversable(i == Math.max(0, index));
        }
        // A database with dynamic types may have any value here; it is shown and not changed.
        boolean unset = value.isNull() && !column.nullable();
        other.setText(index >= 0 ? "" : unset ? chosen.nullText().get() : text.show(value, column));
        other.pseudoClassStateChanged(TypedText.NULL, unset);
        other.setVisible(index < 0);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return buttons.stream().filter(Node::isFocused).findFirst().orElseGet(() -> buttons.stream()
                .filter(Node::isFocusTraversable)
                .findFirst()
                .orElse(buttons.getFirst()));
    }

    @Override
    public ObjectProperty<Value> value() {
        return chosen.value();
    }

    @Override
    public ReadOnlyStringProperty problem() {
        return chosen.problem();
    }

    @Override
    public StringProperty unreadable() {
        return chosen.unreadable();
    }

    @Override
    public BooleanProperty editable() {
        return chosen.editable();
    }

    @Override
    public StringProperty nullText() {
        return chosen.nullText();
    }
}
