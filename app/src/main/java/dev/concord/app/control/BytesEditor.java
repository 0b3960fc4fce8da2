package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Bytes: a picture if they are one, else their type and size. They can be set to NULL. */
final class BytesEditor implements ValueEditor {
    /** Pictures are decoded while the window waits, so large ones are only described. */
    private static final int LARGEST_PICTURE = 4_000_000;

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    private final ChosenValue chosen;
    private final ImageView picture = new ImageView();
    private final Label words = new Label();
    private final VBox content = new VBox(picture, words);
    private final HBox node = new HBox(content);
    private final Column column;
    private final ValueText text;

    BytesEditor(Column column, Texts texts) {
        this.column = column;
        this.chosen = new ChosenValue(texts);
        this.text = new ValueText(texts);
        content.getStyleClass().add("value-bytes");
        content.setAlignment(Pos.CENTER_LEFT);
        content.setFocusTraversable(true);
        content.setMinWidth(0);
        content.widthProperty().subscribe(this::fit);
        picture.setPreserveRatio(true);
        content.setOnMouseClicked(event -> content.requestFocus());
        node.getStyleClass().add("value-editor");
        HBox.setHgrow(content, Priority.ALWAYS);
        if (column.nullable()) {
            NullToggle toggle = new NullToggle(
                    this, texts, Value.ofNull(), value -> chosen.value().set(value));
            toggle.listenIn(node);
            node.getChildren().add(toggle);
        }
        chosen.value().subscribe(value -> paint());
        chosen.nullText().subscribe(word -> paint());
    }

    private void paint() {
        Value value = chosen.value().get();
        picture.setImage(value instanceof Value.Binary binary ? picture(binary.bytes()) : null);
        picture.setManaged(picture.getImage() != null);
        fit();
        words.setText(value.isNull() ? chosen.nullText().get() : text.show(value, column));
        words.setGraphic(value.isNull() ? null : (picture.getImage() == null ? Icon.FILE : Icon.PICTURE).node());
        words.pseudoClassStateChanged(TypedText.NULL, value.isNull());
        content.setAccessibleText(words.getText());
    }

    /** Limits a picture to the width of the form, without enlarging it. */
    private void fit() {
        double room = content.getWidth() - content.snappedLeftInset() - content.snappedRightInset();
        Image image = picture.getImage();
        picture.setFitWidth(image == null || room <= 0 ? 0 : Math.min(room, image.getWidth()));
    }

    private static @Nullable Image picture(Bytes bytes) {
        boolean shown = bytes.size() <= LARGEST_PICTURE
                && BinaryType.of(bytes).filter(BinaryType::picture).isPresent();
        Image image = shown ? new Image(bytes.stream(), WIDTH, HEIGHT, true, true) : null;
        return image == null || image.isError() ? null : image;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return content;
    }

    @Override
    public ObjectProperty<Value> value() {
        return chosen.value();
    }

    @Override
    public ReadOnlyStringProperty problem() {
        return chosen.problem();
    }

    @Override
    public StringProperty unreadable() {
        return chosen.unreadable();
    }

    @Override
    public BooleanProperty editable() {
        return chosen.editable();
    }

    @Override
    public StringProperty nullText() {
        return chosen.nullText();
    }
}
