package dev.concord.app.connect;

import dev.concord.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The fields of the chosen kind. The height is the same for each kind, so that choosing another moves nothing else. */
final class FieldsPane extends VBox {
    private final PasswordField password = new PasswordField();

    FieldsPane(ConnectFields fields, Texts texts) {
        getStyleClass().add("connect-fields");
        BooleanBinding server =
                Bindings.createBooleanBinding(() -> fields.kind().get().server(), fields.kind());
        BooleanBinding asksForUser =
                Bindings.createBooleanBinding(() -> fields.kind().get().asksForUser(), fields.kind());
        StackPane place =
                new StackPane(shownWhile(server, place(fields, texts)), shownWhile(server.not(), file(fields, texts)));
        StackPane login = new StackPane(
                shownWhile(asksForUser, login(fields, texts)),
                shownWhile(asksForUser.not(), note(texts.get("connect.no-login"))));
        getChildren().addAll(place, login);
    }

    private static Node place(ConnectFields fields, Texts texts) {
        TextField host = new TextField();
        host.setPromptText(texts.get("connect.host.prompt"));
        host.textProperty().bindBidirectional(fields.host());
        TextField port = new TextField();
        port.setPrefColumnCount(5);
        port.promptTextProperty()
                .bind(Bindings.createStringBinding(() -> fields.kind().get().usualPort(), fields.kind()));
        port.textProperty().bindBidirectional(fields.port());
        TextField database = new TextField();
        database.textProperty().bindBidirectional(fields.database());
        Labelled narrow = new Labelled(texts.get("connect.port"), port);
        narrow.setMinWidth(USE_PREF_SIZE);
        return row(
                growing(new Labelled(texts.get("connect.host"), host)),
                narrow,
                growing(new Labelled(texts.get("connect.database"), database)));
    }

    private static Node file(ConnectFields fields, Texts texts) {
        FileField file = new FileField(fields.file(), texts);
        return row(growing(new Labelled(texts.get("connect.file"), file.path(), file)));
    }

    /** The field to type the password in. */
    Node password() {
        return password;
    }

    private Node login(ConnectFields fields, Texts texts) {
        TextField user = new TextField();
        user.textProperty().bindBidirectional(fields.user());
        password.setPromptText(texts.get("connect.password.prompt"));
        password.textProperty().bindBidirectional(fields.password());
        return row(
                growing(new Labelled(texts.get("connect.user"), user)),
                growing(new Labelled(texts.get("connect.password"), password)));
    }

    private static Node note(String sentence) {
        Label note = new Label(sentence);
        note.getStyleClass().add("concord-muted");
        StackPane.setAlignment(note, javafx.geometry.Pos.CENTER_LEFT);
        return note;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("connect-row");
        return row;
    }

    private static Labelled growing(Labelled field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setPrefWidth(0);
        return field;
    }

    private static Node shownWhile(ObservableValue<Boolean> condition, Node node) {
        node.visibleProperty().bind(condition);
        return node;
    }
}
