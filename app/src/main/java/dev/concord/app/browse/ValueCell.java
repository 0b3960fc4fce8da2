package dev.concord.app.browse;

import dev.concord.record.Row;
import dev.concord.ui.icon.Icon;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** One value in the grid; the first of a row carries the mark of unsaved edits. */
final class ValueCell extends TableCell<Row, CellText> {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass NUMBER = PseudoClass.getPseudoClass("number");

    private final Predicate<Row> marked;

    ValueCell(Predicate<Row> marked) {
        this.marked = marked;
        getStyleClass().add("value-cell");
    }

    @Override
    protected void updateItem(@Nullable CellText cell, boolean empty) {
        super.updateItem(cell, empty);
        CellText shown = empty || cell == null ? CellText.NOTHING : cell;
        setText(shown.text());
        pseudoClassStateChanged(MISSING, shown.missing());
        pseudoClassStateChanged(NUMBER, shown.number());
        Row row = getTableRow() == null ? null : getTableRow().getItem();
        setGraphic(!empty && row != null && marked.test(row) ? Icon.CHANGED.node() : null);
    }
}
