package dev.concord.app.edit;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The box above the fields in which a part of a field's name is typed; there only while a field is looked for. */
final class FieldSearchBar extends HBox {
    private final FieldSearch search;
    private final Runnable toFirst;
    private final Consumer<Optional<Node>> back;
    private final TextField field = new TextField();
    /** What had the keyboard focus when the search began. */
    private Optional<Node> before = Optional.empty();

    /**
     * A box that is not shown yet.
     *
     * @param toFirst moves the keyboard focus into the first field found
     * @param back moves the keyboard focus back to what had it, after the search has ended
     */
    FieldSearchBar(FieldSearch search, Texts texts, Runnable toFirst, Consumer<Optional<Node>> back) {
        this.search = search;
        this.toFirst = toFirst;
        this.back = back;
        getStyleClass().add("edit-find-bar");
        setAlignment(Pos.CENTER_LEFT);
        field.setId("edit-find-words");
        field.setPromptText(texts.get("edit.find.prompt"));
        field.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> search.result().get().isEmpty()
                                ? texts.get("edit.find.prompt")
                                : texts.get("edit.find.spoken", search.result().get()),
                        search.result()));
        Hint.put(field, texts.get("edit.find.hint"));
        field.textProperty().bindBidirectional(search.words());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        HBox.setHgrow(field, Priority.ALWAYS);
        Label result = new Label();
        result.setId("edit-find-result");
        result.getStyleClass().add("edit-find-result");
        result.setMinWidth(Region.USE_PREF_SIZE);
        result.textProperty().bind(search.result());
        result.visibleProperty().bind(search.result().isNotEmpty());
        result.managedProperty().bind(result.visibleProperty());
        Button close = new Button("", Icon.CLOSE.node());
        close.setId("edit-find-close");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText(texts.get("edit.find.close"));
        Hint.put(close, texts.get("edit.find.close"));
        close.setOnAction(pressed -> end());
        getChildren().addAll(field, result, close);
        visibleProperty().bind(search.open());
        managedProperty().bind(visibleProperty());
    }

    /** Shows the box and moves the keyboard focus there. */
    void begin() {
        Optional<Node> owner = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        if (owner.filter(field::equals).isEmpty()) {
            before = owner;
        }
        search.begin();
        field.requestFocus();
        field.selectAll();
    }

    private void press(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER, DOWN -> toFirst.run();
            case ESCAPE -> end();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void end() {
        search.end();
        back.accept(before);
        before = Optional.empty();
    }
}
