package dev.concord.app.recovery;

import dev.concord.ui.icon.Icon;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A line about unsaved work: its kind as icon, word and colour, its title, and the details below it. */
final class WorkLine extends HBox {
    private final Label kind = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();

    WorkLine() {
        title.getStyleClass().add("saving-record");
        detail.setWrapText(true);
        detail.getStyleClass().add("concord-muted");
        VBox text = new VBox(title, detail);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(kind, text);
        getStyleClass().add("saving-line");
    }

    /**
     * Shows one piece of work.
     *
     * @param state the last part of the style class of its kind
     */
    void show(String word, Icon icon, String state, String name, String details) {
        kind.setText(word);
        kind.setGraphic(icon.node());
        kind.getStyleClass().setAll("label", "saving-kind", "recovery-" + state);
        title.setText(name);
        detail.setText(details);
    }
}
