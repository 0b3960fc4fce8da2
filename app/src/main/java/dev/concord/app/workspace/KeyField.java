package dev.concord.app.workspace;

import dev.concord.app.control.Hint;
import dev.concord.ui.text.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Where the key of a record is typed to go to it; there only while it is asked for. */
final class KeyField {
    private static final int COLUMNS = 8;

    private final TextField field = new TextField();
    private final HBox root;
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
        Label label = new Label(texts.get("shell.key"));
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        field.setAccessibleText(texts.get("shell.key"));
        field.setPrefColumnCount(COLUMNS);
        field.setMinWidth(Region.USE_PREF_SIZE);
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
        root = new HBox(label, field);
        root.getStyleClass().add("go-to-key");
        root.setMinWidth(Region.USE_PREF_SIZE);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                show(false);
            }
        });
    }

    /** The label and the field. */
    Node node() {
        return root;
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
        root.setVisible(shown);
        root.setManaged(shown);
    }
}
