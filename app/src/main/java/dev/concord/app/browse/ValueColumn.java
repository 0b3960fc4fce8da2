package dev.concord.app.browse;

import dev.concord.app.cells.CellSelection;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;

/** One column of the table in the grid. */
final class ValueColumn extends TableColumn<Row, CellText> {
    /** A difference in width that nobody makes by hand. */
    private static final double SAME = 1;

    private final Column column;
    private final ValueText values;
    private final ColumnWidth width;
    private double fitted;
    /** The width that a person has given to the column. */
    private Optional<Double> given = Optional.empty();

    /**
     * @param header returns the content of the column's header
     * @param rows what the cells show
     * @param looked returns the texts that were looked for in the column
     */
    ValueColumn(
            Column column,
            boolean key,
            Function<ValueColumn, Node> header,
            ValueText values,
            EditedRows rows,
            CellSelection cells,
            Supplier<List<String>> looked) {
        this.column = column;
        this.values = values;
        this.width = new ColumnWidth(column, key);
        setGraphic(header.apply(this));
        fit(Stream.empty());
        setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(rows.text(cell.getValue(), column)));
        setCellFactory(view -> new GridCell(column.name(), cells, looked));
        if (column.kind().isNumber()) {
            getStyleClass().add("number-column");
        }
    }

    /** Makes the column wide enough for more rows, unless the user has set its width. */
    void fit(List<Row> rows) {
        if (given.isEmpty() && !width.most(fitted)) {
            fit(texts(rows));
        }
    }

    /** The width at which no value of some rows is cut, in pixels. */
    double whole(List<Row> rows) {
        return width.whole(texts(rows));
    }

    private Stream<String> texts(List<Row> rows) {
        return LongestValues.of(rows.stream().map(row -> row.get(column.name())))
                .map(value -> values.cell(value, column));
    }

    private void fit(Stream<String> texts) {
        double wanted = Math.max(fitted, width.of(texts));
        if (given.isEmpty() && !byHand() && wanted > fitted) {
            fitted = wanted;
            setPrefWidth(wanted);
        }
    }

    /** Whether the width is not the one that the values need. */
    boolean byHand() {
        return fitted > 0 && Math.abs(getWidth() - fitted) >= SAME;
    }

    /**
     * Gives the column a width, in pixels.
     *
     * @param wanted empty for the width that its values need
     * @param rows the rows that are loaded
     */
    void give(Optional<Double> wanted, List<Row> rows) {
        boolean taken = given.isPresent() && wanted.isEmpty();
        given = wanted;
        wanted.filter(pixels -> Math.abs(getWidth() - pixels) >= SAME).ifPresent(this::setPrefWidth);
        if (taken) {
            fitted = 0;
            fit(rows);
        }
    }

    /** The column of the table. */
    Column column() {
        return column;
    }

    /** Returns the sort order set by a click on a column's header; empty for a column that shows no value. */
    static Stream<Sort> order(TableColumn<Row, ?> clicked) {
        return clicked instanceof ValueColumn value
                ? Stream.of(new Sort(value.column.name(), clicked.getSortType() == SortType.ASCENDING))
                : Stream.empty();
    }
}
