package dev.concord.app.browse;

import dev.concord.record.Row;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;

/**
 * A row whose first cells stay where they are while the others scroll: they are in a node of their own, which goes as far as the row
 * has been scrolled. The usual layout leaves them there, because it only looks whether a cell has a parent.
 */
final class FrozenRowSkin extends TableRowSkin<Row> {
    private final FrozenColumns columns;
    private final FrozenCells frozen = new FrozenCells();

    FrozenRowSkin(TableRow<Row> row, FrozenColumns columns) {
        super(row);
        this.columns = columns;
        // What is behind the cells is not to be seen.
        frozen.backgroundProperty().bind(row.backgroundProperty());
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        frozen.getChildren()
                .removeIf(cell -> !(cell instanceof TableCell<?, ?> known && columns.freezes(known.getTableColumn())));
        super.layoutChildren(x, y, w, h);
        int count = columns.count();
        double left = x;
        List<TableColumn<Row, ?>> shown = getVisibleLeafColumns();
        for (int place = 0; place < count; place++) {
            double width = snapSizeX(shown.get(place).getWidth());
            if (super.queryAccessibleAttribute(AccessibleAttribute.CELL_AT_ROW_COLUMN, 0, place) instanceof Node cell) {
                if (!frozen.equals(cell.getParent())) {
                    frozen.getChildren().add(cell);
                }
                cell.resizeRelocate(left, 0, width, h);
            }
            left += width;
        }
        if (frozen.getParent() == null) {
            getChildren().add(frozen);
        }
        frozen.boundary(count > 1);
        frozen.resizeRelocate(x, 0, left - x, h);
        frozen.setTranslateX(columns.shift());
    }
}
