package dev.concord.app.edit;

import dev.concord.record.Draft;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar above a record that is marked to be deleted: says so, and offers to keep the record. */
final class DeletionBar extends HBox {

    DeletionBar(EditModel model, Texts texts) {
        setId("edit-deletion");
        getStyleClass().addAll("notice-bar", "warning-bar");
        Label words = new Label(texts.get("edit.deletion"), Icon.DELETE.node());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button keep = new Button(texts.get("edit.deletion.keep"));
        keep.setId("edit-keep");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(pressed -> model.keep());
        getChildren().addAll(words, keep);
        visibleProperty()
                .bind(model.draft().map(draft -> draft.filter(Draft::deleted).isPresent()));
        managedProperty().bind(visibleProperty());
    }
}
