package dev.concord.app;

import dev.concord.app.connect.ConnectModel;
import dev.concord.app.connect.ConnectView;
import dev.concord.ui.text.Texts;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** The dialog <em>Connect to your database</em> in a window of its own. */
final class ConnectWindow {
    private final Stage window = new Stage();
    private final Texts texts;

    ConnectWindow(Stage owner, Texts texts) {
        this.texts = texts;
        window.initOwner(owner);
        window.initModality(Modality.WINDOW_MODAL);
        window.setTitle(texts.get("shell.connect"));
    }

    void show(ConnectModel model) {
        ConnectView view = new ConnectView(model, texts);
        Scene scene = new Scene(view.root());
        scene.getStylesheets().setAll(window.getOwner().getScene().getStylesheets());
        window.setScene(scene);
        window.setOnCloseRequest(event -> model.cancel());
        window.show();
        view.focusTarget().requestFocus();
    }

    void close() {
        window.close();
    }
}
