package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** One of a fixed list of words, chosen from a list or by its first letters; a long list can be searched. */
final class WordEditor implements ValueEditor {
    private static final int SEARCH_FROM = 12;

    private final ChosenValue chosen;
    private final ComboBox<Value> box;
    private final HBox node;
    private final Column column;
    private final ValueText text;
    /** What was typed of a word since the box has the focus. */
    private String begun = "";

    WordEditor(Column column, Texts texts) {
        this.column = column;
        this.chosen = new ChosenValue(texts);
        this.text = new ValueText(texts);
        this.box = column.allowedValues().size() < SEARCH_FROM ? new ComboBox<>() : new SearchableComboBox<>();
        if (column.nullable()) {
            box.getItems().add(Value.ofNull());
        }
        column.allowedValues().forEach(word -> box.getItems().add(Value.of(word)));
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setCellFactory(list -> new Cell());
        Chosen button = new Chosen();
        box.setButtonCell(button);
        // A word outside the list is painted by the converter, not by the cell.
        box.setConverter(new Words());
        chosen.value().subscribe(box::setValue);
        // While a list is searched the box has no value at all, which is not a choice.
        box.valueProperty().subscribe(picked -> {
            if (picked != null) {
                chosen.value().set(picked);
            }
        });
        chosen.value().subscribe(value -> button.paint());
        chosen.nullText().subscribe(word -> button.paint());
        box.addEventFilter(KeyEvent.KEY_TYPED, this::choose);
        box.focusedProperty().subscribe(() -> begun = "");
        box.disableProperty().bind(chosen.editable().not());
        node = new HBox(box);
        node.getStyleClass().add("value-editor");
        HBox.setHgrow(box, Priority.ALWAYS);
        if (column.nullable()) {
            NullToggle toggle = new NullToggle(
                    this, texts, Value.ofNull(), value -> chosen.value().set(value));
            toggle.listenIn(node);
            node.getChildren().add(toggle);
        }
    }

    /** Chooses the first word that begins with what is typed; where none does, the last character begins anew. */
    private void choose(KeyEvent key) {
        String typed = key.getCharacter();
        boolean character = !typed.isEmpty() && !Character.isISOControl(typed.charAt(0));
        if (!character || key.isShortcutDown() || box instanceof SearchableComboBox) {
            return;
        }
        Optional<Value> longer = word(begun + typed);
        begun = longer.isPresent() ? begun + typed : typed;
        longer.or(() -> word(typed)).ifPresent(word -> chosen.value().set(word));
    }

    private Optional<Value> word(String beginning) {
        return box.getItems().stream()
                .filter(word -> !word.isNull() && word.text().regionMatches(true, 0, beginning, 0, beginning.length()))
                .findFirst();
    }

    private String show(@Nullable Value value) {
        return value == null || value.isNull() ? chosen.nullText().get() : text.edit(value, column);
    }

    private final class Words extends StringConverter<Value> {
        @Override
        public String toString(@Nullable Value value) {
            return show(value);
        }

        @Override
        public Value fromString(String word) {
            return Value.of(word);
        }
    }

    /** A word in the list, or NULL in the way of the other editors. */
    private final class Cell extends ListCell<Value> {
        @Override
        protected void updateItem(@Nullable Value value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? "" : show(value));
            pseudoClassStateChanged(TypedText.NULL, !empty && value != null && value.isNull());
        }
    }

    /** The value itself: the box leaves its own cell empty for values outside the list. */
    private final class Chosen extends ListCell<Value> {
        @Override
        protected void updateItem(@Nullable Value value, boolean empty) {
            super.updateItem(value, empty);
            paint();
        }

        private void paint() {
            Value value = chosen.value().get();
            setText(show(value));
            pseudoClassStateChanged(TypedText.NULL, value.isNull());
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return box;
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
