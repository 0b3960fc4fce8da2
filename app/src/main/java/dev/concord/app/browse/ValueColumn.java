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
    private final EditedRows rows;
    private final boolean named;
    private final ColumnWidth width;
    private double fitted;
    /** The width that a person has given to the column. */
    private Optional<Double> given = Optional.empty();

    /**
     * @param named whether it shows the names of the rows that its keys lead to
     * @param header returns the content of the column's header
     * @param rows what the cells show
     * @param looked returns the texts that were looked for in the column
     */
    ValueColumn(
            Column column,
            boolean key,
            boolean named,
            Function<ValueColumn, Node> header,
            ValueText values,
            EditedRows rows,
            CellSelection cells,
            Supplier<List<String>> looked) {
        this.column = column;
        this.values = values;
        this.rows = rows;
        this.named = named;
        this.width = new ColumnWidth(column, key, named);
        setGraphic(header.apply(this));
        fit(Stream.empty());
        setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(rows.text(cell.getValue(), column)));
        setCellFactory(view -> new GridCell(column.name(), cells, looked));
        if (column.kind().isNumber() && !named) {
            getStyleClass().add("number-column");
        }
    }

    /** Makes the column wide enough for more rows, unless the user has set its width. */
    void fit(List<Row> rows) {
        if (given.isEmpty() && !width.most(fitted)) {
            fit(texts(rows));
        }
    }

    /** Makes the column wide enough for the names in some rows, unless the user has set its width. */
    void fitNames(List<Row> inSight) {
        if (given.isEmpty() && !width.most(fitted)) {
            fit(names(inSight));
        }
    }

    private Stream<String> names(List<Row> some) {
        return some.stream().map(row -> rows.text(row, column).text());
    }

    /** The width at which no value of some rows is cut, in pixels. */
    double whole(List<Row> some) {
        return width.whole(named ? names(some) : texts(some));
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
