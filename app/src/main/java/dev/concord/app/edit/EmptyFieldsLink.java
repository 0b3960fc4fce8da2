package dev.concord.app.edit;

import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;

/** The line above the fields that says how many empty ones are hidden, and shows them when it is chosen. */
final class EmptyFieldsLink extends HBox {

    /** @param go moves the keyboard focus to a field */
    EmptyFieldsLink(EditModel model, Texts texts, Consumer<FieldModel> go) {
        EmptyFields empty = model.empty();
        getStyleClass().add("edit-empty-line");
        Hyperlink link = new Hyperlink();
        link.setId("edit-empty-show");
        link.textProperty().bind(empty.result());
        link.setAccessibleHelp(texts.get("edit.empty.tip"));
        link.setOnAction(chosen -> {
            Optional<FieldModel> first = empty.hidden().get().stream().findFirst();
            empty.hide(false);
            // The link is gone, and the keyboard focus would go anywhere.
            first.ifPresent(go);
        });
        getChildren().setAll(link);
        // A search finds empty fields as well.
        visibleProperty()
                .bind(empty.result().isNotEmpty().and(model.search().result().isEmpty()));
        managedProperty().bind(visibleProperty());
    }
}
