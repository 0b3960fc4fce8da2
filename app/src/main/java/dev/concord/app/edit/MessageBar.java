package dev.concord.app.edit;

import atlantafx.base.theme.Styles;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The bar above the fields: why the record is read-only, and the message of the last command with its details. */
final class MessageBar extends VBox {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Label sentence = new Label();
    private final Label detail = new Label();
    private final Hyperlink details;
    private final VBox said;

    MessageBar(EditModel model, Texts texts) {
        getStyleClass().add("edit-messages");
        Label reason = new Label("", Icon.READ_ONLY.node());
        reason.getStyleClass().add("edit-read-only");
        reason.setWrapText(true);
        reason.setMaxWidth(Double.MAX_VALUE);
        reason.textProperty().bind(model.readOnlyReason());
        reason.visibleProperty().bind(model.readOnlyReason().isNotEmpty());
        reason.managedProperty().bind(reason.visibleProperty());

        details = new Hyperlink(texts.get("edit.details"));
        details.setOnAction(event -> showDetail(!detail.isVisible()));
        sentence.setWrapText(true);
        detail.setWrapText(true);
        detail.getStyleClass().add("edit-detail");
        Button close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText(texts.get("edit.dismiss"));
        close.setOnAction(event -> model.dismiss());
        VBox words = new VBox(sentence, details, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        said = new VBox(new HBox(words, close));
        said.getStyleClass().add("edit-message");
        said.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(reason, said);
        model.message().subscribe(this::show);
    }

    private void show(FormMessage message) {
        boolean shown = message.tone() != Tone.NONE;
        said.setVisible(shown);
        said.setManaged(shown);
        said.setAccessibleText(message.sentence());
        said.pseudoClassStateChanged(WARNING, message.tone() == Tone.WARNING);
        said.pseudoClassStateChanged(ERROR, message.tone() == Tone.ERROR);
        sentence.setText(message.sentence());
        sentence.setGraphic(icon(message.tone()).node());
        detail.setText(message.detail());
        details.setVisible(!message.detail().isEmpty());
        details.setManaged(!message.detail().isEmpty());
        showDetail(false);
    }

    private void showDetail(boolean shown) {
        detail.setVisible(shown);
        detail.setManaged(shown);
    }

    private static Icon icon(Tone tone) {
        return switch (tone) {
            case NONE, INFO -> Icon.INFO;
            case WARNING -> Icon.WARNING;
            case ERROR -> Icon.ERROR;
        };
    }
}
