package dev.concord.app.browse;

import dev.concord.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What a grid without rows shows: why there are none, and a way to the rows that a filter hides. */
final class EmptyRows {
    private final VBox root;

    EmptyRows(RowsModel model, Texts texts) {
        Label words = new Label();
        // Under rows nobody sees it, but each change of it would lay out and paint all of them anew.
        words.textProperty()
                .bind(Bindings.when(Bindings.isEmpty(model.rows()))
                        .then(model.emptiness())
                        .otherwise(""));
        words.getStyleClass().add("concord-muted");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        Hyperlink clear = new Hyperlink(texts.get("filter.clear"));
        clear.setId("filter-clear");
        clear.setOnAction(pressed -> model.filters().clearAll());
        clear.visibleProperty()
                .bind(Bindings.isNotEmpty(model.filters().chips())
                        .and(model.loading().not()));
        clear.managedProperty().bind(clear.visibleProperty());
        root = new VBox(words, clear);
        root.getStyleClass().add("empty-rows");
    }

    Node root() {
        return root;
    }
}
