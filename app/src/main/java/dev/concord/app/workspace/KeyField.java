package dev.concord.app.workspace;

import dev.concord.app.control.Hint;
import dev.concord.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** Where the key of a record is typed to go to it; there only while it is asked for. */
final class KeyField {
    private static final int COLUMNS = 10;

    private final TextField field = new TextField();
    private final Runnable left;

    /**
     * A field that is not shown yet.
     *
     * @param go goes to the record of a key as typed
     * @param left moves the keyboard focus away from the field, which is gone by then
     */
    KeyField(Texts texts, Consumer<String> go, Runnable left) {
        this.left = left;
        field.setId("go-to-key");
        field.setPromptText(texts.get("shell.key"));
        field.setAccessibleText(texts.get("shell.key"));
        field.setPrefColumnCount(COLUMNS);
        Hint.put(field, texts.get("shell.key.hint"));
        field.setOnAction(entered -> {
            if (!field.getText().isBlank()) {
                go.accept(field.getText().strip());
            }
        });
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                show(false);
            }
        });
        show(false);
    }

    Node node() {
        return field;
    }

    /** Shows the field and moves the keyboard focus there. */
    void open() {
        show(true);
        field.selectAll();
        field.requestFocus();
    }

    /** The record was found: the field has done its work. */
    void close() {
        show(false);
        left.run();
    }

    private void show(boolean shown) {
        field.setVisible(shown);
        field.setManaged(shown);
    }
}
