package dev.concord.app.conflict.sides;

import dev.concord.ui.text.Texts;
import javafx.scene.control.Label;

/** The caption of a column, in the colour of the side whose values it holds. */
public final class ColumnCaption extends Label {

    /**
     * A caption as wide as its column.
     *
     * @param column the last part of the style class and of the message key
     */
    public ColumnCaption(String column, Texts texts) {
        this(column, texts.get("conflict.column." + column));
    }

    /**
     * A caption of other words.
     *
     * @param column the last part of the style class
     */
    public ColumnCaption(String column, String text) {
        super(text);
        getStyleClass().addAll("conflict-column", "conflict-column-" + column);
        setMaxWidth(Double.MAX_VALUE);
    }
}
