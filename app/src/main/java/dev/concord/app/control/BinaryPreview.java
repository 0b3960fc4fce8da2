package dev.concord.app.control;

import dev.concord.app.task.Work;
import dev.concord.record.Bytes;
import dev.concord.record.Sha256;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.HexFormat;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

/**
 * A preview of bytes: a picture with its size and dimensions, anything else by type, size and digest. It is made in the
 * background once it is on the screen; until then the type is shown.
 */
public final class BinaryPreview extends VBox {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 140;
    /** Sixteen hex digits distinguish any two files that people compare by eye. */
    private static final int DIGITS = 16;

    private final Bytes bytes;
    private final Texts texts;
    private final Label words = new Label();
    private final Label more = new Label();
    private boolean looked;

    private record Look(Optional<Image> picture, String more) {}

    /** Shows what the bytes are. */
    public BinaryPreview(Bytes bytes, Texts texts, Work work) {
        this.bytes = bytes;
        this.texts = texts;
        getStyleClass().add("binary-preview");
        words.setText(new BinaryText(texts).describe(bytes));
        words.setGraphic((pictured() ? Icon.PICTURE : Icon.FILE).node());
        words.setWrapText(true);
        more.getStyleClass().add("concord-muted");
        more.setWrapText(true);
        getChildren().addAll(words, more);
        sceneProperty().subscribe(scene -> {
            if (scene != null && !looked) {
                looked = true;
                work.read(words.getText(), this::look, this::show);
            }
        });
    }

    private boolean pictured() {
        return BinaryType.of(bytes).filter(BinaryType::picture).isPresent();
    }

    private Look look() {
        Optional<Image> picture = Optional.of(bytes)
                .filter(any -> pictured())
                .map(any -> new Image(any.stream(), WIDTH, HEIGHT, true, true))
                .filter(image -> !image.isError());
        String size = PictureSize.of(bytes)
                .filter(any -> picture.isPresent())
                .map(pixels -> texts.get("value.binary.pixels", pixels.width(), pixels.height()))
                .orElseGet(() -> texts.get("value.binary.digest", digest().substring(0, DIGITS)));
        return new Look(picture, size);
    }

    private void show(Look look) {
        more.setText(look.more());
        look.picture().ifPresent(image -> {
            ImageView view = new ImageView(image);
            view.setPreserveRatio(true);
            // Never enlarged, never wider than its column.
            widthProperty().subscribe(width -> view.setFitWidth(Math.min(image.getWidth(), width.doubleValue())));
            getChildren().addFirst(view);
        });
        setAccessibleText(words.getText() + ", " + more.getText());
    }

    private String digest() {
        return HexFormat.of().formatHex(Sha256.of(bytes.toArray()));
    }
}
