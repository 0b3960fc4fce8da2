package dev.concord.app.browse;

import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Row;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;

/** One column of the table in the grid. */
final class ValueColumn extends TableColumn<Row, CellText> {
    private final Column column;

    ValueColumn(Column column, Node header, ValueText values) {
        this.column = column;
        setGraphic(header);
        setPrefWidth(ColumnWidth.of(column));
        setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(CellText.of(cell.getValue().get(column.name()), column, values)));
        setCellFactory(view -> new GridCell());
        if (numeric(column)) {
            getStyleClass().add("number-column");
        }
    }

    /** Returns the sort order set by a click on a column's header; empty for a column that shows no value. */
    static Stream<Sort> order(TableColumn<Row, ?> clicked) {
        return clicked instanceof ValueColumn value
                ? Stream.of(new Sort(value.column.name(), clicked.getSortType() == SortType.ASCENDING))
                : Stream.empty();
    }

    private static boolean numeric(Column column) {
        return switch (column.kind()) {
            case INTEGER, DECIMAL, FLOAT32, FLOAT64, NUMERIC -> true;
            default -> false;
        };
    }
}
