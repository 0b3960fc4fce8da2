package dev.concord.app.browse;

import dev.concord.app.layout.LayoutModel;
import dev.concord.app.layout.RowHeight;
import dev.concord.app.layout.TableLayout;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;

/**
 * Keeps the columns of the grid as the table is laid out, and the layout as a person changes the columns: by dragging a header or its
 * edge, or by a click that sorts.
 */
final class GridLayout {
    /** The style class of a grid whose rows are higher than usual. */
    private static final String COMFORTABLE = "comfortable";

    private final RowsGrid grid;
    private final RowsModel rows;
    private final LayoutModel layouts;
    /** Whether the grid changes as the layout has it, so that nothing is to be learnt from it. */
    private boolean applying;

    GridLayout(RowsGrid grid, RowsModel rows) {
        this.grid = grid;
        this.rows = rows;
        this.layouts = rows.layouts();
        grid.setSortPolicy(view -> sorted());
        grid.getColumns().addListener((ListChangeListener<TableColumn<Row, ?>>) change -> moved());
        layouts.layout().subscribe(this::apply);
        layouts.rowHeight().subscribe(this::makeRows);
    }

    /** Shows the columns of another table as it is laid out. */
    void show(List<TableColumn<Row, ?>> columns) {
        applying = true;
        grid.getSortOrder().clear();
        values(columns).forEach(column -> column.widthProperty().subscribe(width -> widened(column)));
        arrange(columns, layouts.layout().get());
        applying = false;
    }

    /** The columns of values, from left to right, hidden ones among them. */
    Stream<ValueColumn> values() {
        return values(grid.getColumns());
    }

    private static Stream<ValueColumn> values(List<TableColumn<Row, ?>> columns) {
        return columns.stream()
                .flatMap(column -> column instanceof ValueColumn value ? Stream.of(value) : Stream.empty());
    }

    /** The layout may be that of a table whose columns are on their way. */
    private void apply(TableLayout layout) {
        if (!applying
                && names().containsAll(layout.columns())
                && layout.columns().containsAll(names())) {
            applying = true;
            arrange(List.copyOf(grid.getColumns()), layout);
            applying = false;
        }
    }

    private List<String> names() {
        return values().map(column -> column.column().name()).toList();
    }

    private void arrange(List<TableColumn<Row, ?>> columns, TableLayout layout) {
        Map<String, ValueColumn> byName = new HashMap<>();
        values(columns).forEach(column -> byName.put(column.column().name(), column));
        List<TableColumn<Row, ?>> places = new ArrayList<>();
        // What stands before the values has no place of its own.
        columns.stream().filter(column -> !(column instanceof ValueColumn)).forEach(places::add);
        layout.columns().stream()
                .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
                .forEach(places::add);
        byName.forEach((name, column) -> {
            column.setVisible(layout.shows(name));
            column.give(Optional.ofNullable(layout.widths().get(name)), rows.rows());
        });
        if (!grid.getColumns().equals(places)) {
            grid.getColumns().setAll(places);
        }
        sort(layout.order(), byName);
    }

    private void sort(List<Sort> order, Map<String, ValueColumn> columns) {
        if (!order.equals(order())) {
            List<TableColumn<Row, ?>> sorted = new ArrayList<>();
            for (Sort sort : order) {
                Optional.ofNullable(columns.get(sort.column())).ifPresent(column -> {
                    column.setSortType(sort.ascending() ? SortType.ASCENDING : SortType.DESCENDING);
                    sorted.add(column);
                });
            }
            grid.getSortOrder().setAll(sorted);
        }
    }

    private List<Sort> order() {
        return grid.getSortOrder().stream().flatMap(ValueColumn::order).toList();
    }

    private boolean sorted() {
        if (!applying) {
            rows.sortBy(order());
        }
        return true;
    }

    /** A header was dragged to another place. */
    private void moved() {
        List<String> places = names();
        if (!applying && places.size() == layouts.layout().get().columns().size()) {
            layouts.arrange(places);
            // Nothing may stand before the marks of the rows.
            apply(layouts.layout().get());
        }
    }

    private void widened(ValueColumn column) {
        if (!applying && column.byHand()) {
            layouts.widen(column.column().name(), column.getWidth());
        }
    }

    private void makeRows(RowHeight height) {
        grid.getStyleClass().remove(COMFORTABLE);
        if (height == RowHeight.COMFORTABLE) {
            grid.getStyleClass().add(COMFORTABLE);
        }
    }
}
