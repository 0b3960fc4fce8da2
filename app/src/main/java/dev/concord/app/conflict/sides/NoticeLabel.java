package dev.concord.app.conflict.sides;

import dev.concord.ui.icon.Icon;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A sentence about the whole record, with a warning icon. Hidden while it has no text. */
public final class NoticeLabel extends Label {
    public NoticeLabel() {
        super("", Icon.WARNING.node());
        getStyleClass().add("conflict-notice");
        setWrapText(true);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(Region.USE_PREF_SIZE);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
