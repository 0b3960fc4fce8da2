package dev.concord.app.browse;

import dev.concord.app.control.Hint;
import dev.concord.catalog.Column;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The header of a column in the grid: its name, and its type and comment in a tooltip. */
final class ColumnHeader {
    private final Texts texts;

    ColumnHeader(Texts texts) {
        this.texts = texts;
    }

    Node of(Column column, boolean key) {
        Label label = new Label(column.name());
        label.getStyleClass().add("column-name");
        label.setMnemonicParsing(false);
        if (key) {
            label.setGraphic(Icon.KEY.node());
            label.setAccessibleText(texts.get("browse.key-column", column.name()));
        }
        String type = column.size() > 0 ? column.typeName() + "(" + column.size() + ")" : column.typeName();
        Hint.put(label, column.comment().isEmpty() ? type : type + "\n" + column.comment());
        return label;
    }
}
