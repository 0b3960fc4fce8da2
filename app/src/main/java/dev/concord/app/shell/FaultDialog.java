package dev.concord.app.shell;

import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.scene.control.Alert;
import javafx.scene.control.Label;
import javafx.stage.Window;

/** Says that something broke that should not have. */
final class FaultDialog {
    private FaultDialog() {}

    static void show(Window owner, Texts texts, String detail) {
        if (detail.isEmpty()) {
            return;
        }
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.initOwner(owner);
        alert.setTitle(texts.get("app.name"));
        alert.setHeaderText(texts.get("shell.fault"));
        alert.setGraphic(Icon.ERROR.node());
        alert.setContentText(texts.get("shell.fault.words"));
        Label words = new Label(detail);
        words.setWrapText(true);
        alert.getDialogPane().setExpandableContent(words);
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        alert.show();
    }
}
