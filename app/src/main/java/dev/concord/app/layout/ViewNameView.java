package dev.concord.app.layout;

import atlantafx.base.theme.Styles;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks for the name under which what is shown is kept. */
public final class ViewNameView {
    private static final double WIDTH = 460;

    private final ViewNameModel model;
    private final Texts texts;
    private final TextField name = new TextField();
    private final VBox root;

    public ViewNameView(ViewNameModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label about = new Label(texts.get("layout.name.about"));
        about.getStyleClass().add("concord-muted");
        about.setWrapText(true);
        Label label = new Label(texts.get("layout.name"));
        label.setLabelFor(name);
        name.setId("view-name");
        name.setAccessibleText(texts.get("layout.name"));
        name.textProperty().bindBidirectional(model.name());
        Label sentence = new Label("", Icon.INFO.node());
        sentence.setId("view-replaces");
        sentence.setWrapText(true);
        sentence.setMnemonicParsing(false);
        sentence.textProperty().bind(model.sentence());
        // Its place stays free, so that the dialog does not grow while a name is typed.
        sentence.visibleProperty().bind(sentence.textProperty().isNotEmpty());
        Label title = new Label(title(), Icon.COLUMNS.node());
        title.getStyleClass().add("concord-heading");
        root = new VBox(title, about, label, name, sentence, buttons());
        root.getStyleClass().add("view-name");
        root.setMaxWidth(WIDTH);
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                model.cancel();
            }
        });
    }

    private Node buttons() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cancel = new Button(texts.get("layout.cancel"));
        cancel.setId("view-cancel");
        cancel.setOnAction(pressed -> model.cancel());
        Button keep = new Button();
        keep.setId("view-keep");
        keep.textProperty()
                .bind(Bindings.when(model.replaces())
                        .then(texts.get("layout.name.replace"))
                        .otherwise(texts.get("layout.name.keep")));
        keep.getStyleClass().add(Styles.ACCENT);
        keep.setDefaultButton(true);
        keep.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.name().get().isBlank(), model.name()));
        keep.setOnAction(pressed -> model.keep());
        HBox buttons = new HBox(space, cancel, keep);
        buttons.getStyleClass().add("layout-buttons");
        return buttons;
    }

    /** The window's title. */
    public String title() {
        return texts.get("layout.name.title");
    }

    /** What to put on the screen. */
    public Parent root() {
        return root;
    }

    /** What gets the keyboard focus first. */
    public Node focusTarget() {
        return name;
    }
}
