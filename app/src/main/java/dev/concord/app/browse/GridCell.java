package dev.concord.app.browse;

import dev.concord.record.Row;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** One value in the grid. */
final class GridCell extends TableCell<Row, CellText> {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass NUMBER = PseudoClass.getPseudoClass("number");

    GridCell() {
        getStyleClass().add("value-cell");
    }

    @Override
    protected void updateItem(@Nullable CellText cell, boolean empty) {
        super.updateItem(cell, empty);
        CellText shown = empty || cell == null ? CellText.NOTHING : cell;
        setText(shown.text());
        pseudoClassStateChanged(MISSING, shown.missing());
        pseudoClassStateChanged(NUMBER, shown.number());
    }
}
