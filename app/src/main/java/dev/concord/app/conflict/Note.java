package dev.concord.app.conflict;

import dev.concord.ui.icon.Icon;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A label at the end of a pane. It is made when it first has a text, because most fields need none. */
final class Note {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Pane pane;
    private final Optional<Icon> icon;
    private final String[] styles;
    private Optional<Label> label = Optional.empty();

    private Note(Pane pane, Optional<Icon> icon, String... styles) {
        this.pane = pane;
        this.icon = icon;
        this.styles = styles;
    }

    /** A label without an icon. */
    static Note in(Pane pane, String... styles) {
        return new Note(pane, Optional.empty(), styles);
    }

    /** A label that begins with an icon. */
    static Note in(Pane pane, Icon icon, String... styles) {
        return new Note(pane, Optional.of(icon), styles);
    }

    /** Shows a text; an empty text removes the label. */
    void say(String text) {
        if (text.isEmpty()) {
            label.ifPresent(pane.getChildren()::remove);
            return;
        }
        Label shown = label.orElseGet(this::make);
        label = Optional.of(shown);
        shown.setText(text);
        if (shown.getParent() == null) {
            pane.getChildren().add(shown);
        }
    }

    /**
     * Shows a text; an empty text removes the label.
     *
     * @param bad whether it says that something is wrong
     */
    void say(String text, boolean bad) {
        say(text);
        label.ifPresent(shown -> shown.pseudoClassStateChanged(BAD, bad));
    }

    private Label make() {
        Label made = new Label();
        icon.map(Icon::node).ifPresent(made::setGraphic);
        made.getStyleClass().addAll(styles);
        made.setWrapText(true);
        made.setMinHeight(Region.USE_PREF_SIZE);
        return made;
    }
}
