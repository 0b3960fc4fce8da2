package dev.concord.app.control;

import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The small switch beside an editor that shows whether the value is NULL, and sets it to NULL; also by Ctrl+0. */
final class NullToggle extends ToggleButton {
    private static final KeyCombination KEY = new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PAD = new KeyCodeCombination(KeyCode.NUMPAD0, KeyCombination.SHORTCUT_DOWN);

    private final ValueEditor editor;
    private final Value other;
    private final Consumer<Value> choose;

    /**
     * A switch for an editor.
     *
     * @param other the value that takes NULL's place when the switch goes off; NULL itself where there is none
     * @param choose receives the value chosen
     */
    NullToggle(ValueEditor editor, Texts texts, Value other, Consumer<Value> choose) {
        super(texts.get("value.null"));
        this.editor = editor;
        this.other = other;
        this.choose = choose;
        getStyleClass().add("null-toggle");
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        Hint.put(this, texts.get("value.null.tip"));
        setAccessibleText(texts.get("value.null.spoken"));
        disableProperty().bind(editor.editable().not());
        setOnAction(event -> flip());
        editor.value().subscribe(this::paint);
        editor.unreadable().subscribe(this::paint);
    }

    /** Handles the key in all nodes below one. */
    void listenIn(Node node) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if ((KEY.match(event) || PAD.match(event)) && !isDisabled()) {
                flip();
                event.consume();
            }
        });
    }

    private void flip() {
        boolean wasNull =
                editor.value().get().isNull() && editor.unreadable().get().isEmpty();
        choose.accept(wasNull ? other : Value.ofNull());
        paint();
        editor.focusTarget().requestFocus();
    }

    private void paint() {
        setSelected(editor.value().get().isNull() && editor.unreadable().get().isEmpty());
    }
}
