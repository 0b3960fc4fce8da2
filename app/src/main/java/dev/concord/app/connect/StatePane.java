package dev.concord.app.connect;

import dev.concord.app.control.DialogWindow;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows the state of testing or opening, in one place below the fields. */
final class StatePane extends VBox {
    private final ConnectModel model;
    private final Texts texts;

    StatePane(ConnectModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("connect-state");
        model.state().addListener((property, old, now) -> show(now));
        show(model.state().get());
    }

    private void show(ConnectState state) {
        getStyleClass().removeAll("connect-refused", "connect-works");
        switch (state) {
            case ConnectState.Idle ignored -> getChildren().clear();
            case ConnectState.Connecting connecting -> getChildren().setAll(waiting(connecting.sentence()));
            case ConnectState.Works works -> {
                getStyleClass().add("connect-works");
                getChildren().setAll(line(Icon.MERGED.node(), works.sentence()));
            }
            case ConnectState.Refused refused -> {
                getStyleClass().add("connect-refused");
                getChildren().setAll(refused(refused));
            }
        }
    }

    private Node waiting(String sentence) {
        ProgressIndicator progress = new ProgressIndicator();
        progress.setMinSize(18, 18);
        progress.setMaxSize(18, 18);
        Button stop = new Button(texts.get("connect.stop"));
        stop.setMnemonicParsing(true);
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(pressed -> model.stopWaiting());
        HBox line = line(progress, sentence);
        line.getChildren().add(stop);
        line.visibleProperty().bind(model.slow());
        return line;
    }

    private Node[] refused(ConnectState.Refused refused) {
        HBox line = line(Icon.ERROR.node(), refused.sentence());
        if (refused.detail().isBlank()) {
            return new Node[] {line};
        }
        TextArea detail = new TextArea(refused.detail());
        detail.setEditable(false);
        detail.setWrapText(true);
        detail.setPrefRowCount(3);
        detail.setAccessibleText(texts.get("connect.details.spoken"));
        ToggleButton details = new ToggleButton(texts.get("connect.details"));
        details.setMnemonicParsing(true);
        details.setMinWidth(USE_PREF_SIZE);
        detail.visibleProperty().bind(details.selectedProperty());
        detail.managedProperty().bind(details.selectedProperty());
        details.selectedProperty().addListener((property, old, now) -> DialogWindow.fit(getParent()));
        line.getChildren().add(details);
        return new Node[] {line, detail};
    }

    private static HBox line(Node icon, String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(icon, label);
        line.getStyleClass().add("connect-state-line");
        return line;
    }
}
