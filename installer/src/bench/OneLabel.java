import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least a JavaFX window can be: what Concord's start is measured against. */
final class OneLabel {
    private OneLabel() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setTitle("One label");
            stage.setScene(new Scene(new Label("Ready"), 1280, 800));
            stage.show();
        });
    }
}
