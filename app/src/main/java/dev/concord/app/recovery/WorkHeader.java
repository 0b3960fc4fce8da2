package dev.concord.app.recovery;

import dev.concord.ui.icon.Icon;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The top of a page about unsaved work: its title, what it is about, and what went wrong if something did. */
final class WorkHeader extends VBox {

    /** @param notice one sentence; empty while nothing went wrong */
    WorkHeader(String title, String about, ReadOnlyStringProperty notice) {
        Label heading = new Label(title);
        heading.getStyleClass().add("concord-heading");
        Label sentence = new Label(about);
        sentence.setWrapText(true);
        Label problem = new Label("", Icon.WARNING.node());
        problem.setId("recovery-notice");
        problem.setWrapText(true);
        problem.textProperty().bind(notice);
        problem.visibleProperty().bind(notice.isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(new HBox(Icon.CHANGED.node(), heading), sentence, problem);
        getStyleClass().add("saving-header");
    }
}
