package dev.concord.app.shell;

import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.scene.control.Alert;
import javafx.stage.Window;

/** Says one sentence that concerns no record: about the settings, or about the database as a whole. */
final class NewsDialog {
    private NewsDialog() {}

    static void show(Window owner, Texts texts, String sentence) {
        if (sentence.isEmpty()) {
            return;
        }
        Alert alert = new Alert(Alert.AlertType.INFORMATION, sentence);
        alert.initOwner(owner);
        alert.setTitle(texts.get("app.name"));
        alert.setHeaderText(null);
        alert.setGraphic(Icon.INFO.node());
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        alert.show();
    }
}
