package dev.concord.app.connect;

import dev.concord.app.control.Hint;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The content of the dialog <em>Connect to your database</em>; the caller puts it into a window. */
public final class ConnectView {
    private final ConnectModel model;
    private final Texts texts;
    private final TextField address = new TextField();
    private final FieldsPane fields;
    private final VBox root = new VBox();
    private Optional<Node> focused = Optional.empty();

    public ConnectView(ConnectModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        fields = new FieldsPane(model.fields(), texts);
        VBox inputs = new VBox(
                new Labelled(texts.get("connect.address"), address, addressLine()), kinds(), fields, readOnly());
        inputs.getStyleClass().add("connect-inputs");
        inputs.disableProperty().bind(model.busy());
        model.busy().addListener((property, old, busy) -> keepFocus(busy));
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        root.getStyleClass().add("connect");
        root.getChildren().addAll(heading(), inputs, new StatePane(model, texts), space, buttons());
    }

    /** The node to show. */
    public Parent root() {
        return root;
    }

    /** The node to focus first. */
    public Node focusTarget() {
        return model.needsOnlyPassword() ? fields.password() : address;
    }

    /**
     * Restores the focus: a disabled node loses it, and Enter would then press another button than the user expects.
     */
    private void keepFocus(boolean busy) {
        if (busy && root.getScene() != null) {
            focused = Optional.ofNullable(root.getScene().getFocusOwner());
        } else {
            focused.ifPresent(Node::requestFocus);
        }
    }

    private Node heading() {
        Label title = new Label(texts.get("connect.title"));
        title.getStyleClass().add("concord-heading");
        Label lead = new Label();
        lead.textProperty()
                .bind(Bindings.when(model.fields().applicable())
                        .then(texts.get("connect.lead"))
                        .otherwise(texts.get("connect.address-only")));
        lead.getStyleClass().add("concord-muted");
        return new VBox(title, lead);
    }

    private Node addressLine() {
        address.setPromptText(texts.get("connect.address.prompt"));
        address.textProperty().bindBidirectional(model.fields().address());
        address.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                model.fields().tidy();
            }
        });
        HBox line = new HBox(address);
        line.getStyleClass().add("connect-file");
        HBox.setHgrow(address, Priority.ALWAYS);
        if (!model.recents().isEmpty()) {
            line.getChildren().add(recents());
        }
        return line;
    }

    private Node recents() {
        MenuButton button = new MenuButton(texts.get("connect.recent"));
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        Hint.put(button, texts.get("connect.recent.tip"));
        for (int i = 0; i < model.recents().size(); i++) {
            int index = i;
            MenuItem item = new MenuItem(model.recents().get(i));
            item.setMnemonicParsing(false);
            item.setOnAction(chosen -> model.chooseRecent(index));
            button.getItems().add(item);
        }
        return button;
    }

    private Node kinds() {
        KindChooser kinds = new KindChooser(model.fields().kind(), texts);
        kinds.setAccessibleText(texts.get("connect.kind"));
        return kinds;
    }

    private Node readOnly() {
        CheckBox box = new CheckBox(texts.get("connect.read-only"));
        box.setMnemonicParsing(true);
        box.selectedProperty().bindBidirectional(model.fields().readOnly());
        Label note = new Label(texts.get("connect.read-only.note"), Icon.READ_ONLY.node());
        note.getStyleClass().add("concord-muted");
        note.setWrapText(true);
        note.visibleProperty().bind(box.selectedProperty());
        VBox both = new VBox(box, note);
        both.getStyleClass().add("connect-read-only");
        return both;
    }

    private Node buttons() {
        Button test = button("connect.test", model::test);
        test.disableProperty().bind(model.ready().not());
        Button cancel = button("connect.cancel", model::cancel);
        cancel.setCancelButton(true);
        Button open = button("connect.open", model::open);
        open.setDefaultButton(true);
        open.disableProperty().bind(model.ready().not());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(test, space, cancel, open);
        row.getStyleClass().add("connect-buttons");
        return row;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setMnemonicParsing(true);
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
