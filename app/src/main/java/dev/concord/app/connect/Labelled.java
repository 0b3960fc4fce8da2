package dev.concord.app.connect;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A field below its label; the label's mnemonic moves the focus to the field. */
final class Labelled extends VBox {
    Labelled(String name, Control field) {
        this(name, field, field);
    }

    Labelled(String name, Control field, Node shown) {
        Label label = new Label(name);
        label.setMnemonicParsing(true);
        label.setLabelFor(field);
        field.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("connect-labelled");
        getChildren().addAll(label, shown);
    }
}
