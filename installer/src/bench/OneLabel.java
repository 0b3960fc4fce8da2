package bench;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The least a JavaFX window can be: what Concord's start is measured against. With an argument it closes by itself. */
final class OneLabel {
    private OneLabel() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setTitle("One label");
            stage.setScene(new Scene(new Label("Ready"), 1280, 800));
            stage.show();
            if (arguments.length > 0) {
                PauseTransition pause = new PauseTransition(Duration.seconds(2));
                pause.setOnFinished(ended -> Platform.exit());
                pause.play();
            }
        });
    }
}
