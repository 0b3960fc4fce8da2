package dev.concord.app.shell;

import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The button that serves the records of the open database to other programs, and says where while it does. */
final class ServingButton {
    private final Texts texts;
    private final Button button = new Button("", Icon.SERVE.node());
    private Subscription following = Subscription.EMPTY;

    ServingButton(ShellModel model, Texts texts) {
        this.texts = texts;
        button.setId("serve");
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.visibleProperty().bind(model.serving().map(Optional::isPresent));
        button.managedProperty().bind(button.visibleProperty());
        model.serving().subscribe(serving -> serving.ifPresent(this::follow));
    }

    Button button() {
        return button;
    }

    private void follow(ServingModel serving) {
        following.unsubscribe();
        following = serving.served().subscribe(this::show);
        button.setOnAction(pressed -> serving.serve());
    }

    private void show(Optional<ServingModel.Served> served) {
        button.setText(served.map(how -> texts.get("shell.serve.served", how.address()))
                .orElseGet(() -> texts.get("shell.serve")));
        Hint.put(button, texts.get(served.isPresent() ? "shell.serve.served.hint" : "shell.serve.hint"));
    }
}
