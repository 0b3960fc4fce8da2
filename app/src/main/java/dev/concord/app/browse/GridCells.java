package dev.concord.app.browse;

import dev.concord.app.cells.CellSelection;
import dev.concord.app.cells.CurrentCell;
import dev.concord.catalog.Column;
import dev.concord.record.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;

/**
 * Keeps the grid at its current cell: the grid's own selected row, the focus that assistive technology asks for, what is in
 * sight, and the painting of what is selected.
 */
final class GridCells {
    private final RowsGrid grid;
    private final RowsModel model;
    private final CellSelection cells;
    private final GridScroll scroll;
    private final Consumer<Row> look;
    private boolean selecting;
    private boolean changing;
    private boolean present;
    private Optional<Row> looked = Optional.empty();

    /**
     * @param look shows a row that belongs to no record, because its table has no key
     */
    GridCells(RowsGrid grid, RowsModel model, GridScroll scroll, Consumer<Row> look) {
        this.grid = grid;
        this.model = model;
        this.cells = model.cells();
        this.scroll = scroll;
        this.look = look;
        grid.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<Row, ?>>) change -> showColumns());
        grid.getSelectionModel().selectedItemProperty().subscribe(this::selectedByGrid);
        cells.moves().subscribe(count -> moved());
        cells.changes().subscribe(count -> paint());
        cells.currentProperty().subscribe(this::lookAt);
        model.selected().subscribe(key -> follow(true));
    }

    private void showColumns() {
        cells.show(columns());
        focus();
    }

    private List<Column> columns() {
        return grid.getVisibleLeafColumns().stream()
                .flatMap(shown -> shown instanceof ValueColumn value ? Stream.of(value.column()) : Stream.empty())
                .toList();
    }

    /** The rows are about to change, and the grid with them: when a row is removed, it would select the next one. */
    void rowsChange() {
        changing = true;
    }

    /**
     * The rows have changed.
     *
     * @param others whether other rows are loaded in place of those there were
     */
    void rowsChanged(boolean others) {
        changing = false;
        follow(others || !present);
        paint();
    }

    /** Somebody moved the current cell, or extended the selection. */
    private void moved() {
        select();
        int index = cells.extentIndex();
        if (index >= model.rows().size() && index < model.shown().size() - 1) {
            // Below a new record, one sees where the next is begun.
            scroll.show(index + 1);
        }
        if (index >= 0) {
            scroll.show(index);
        }
        cells.extentColumn().flatMap(this::shown).ifPresent(scroll::show);
        paint();
    }

    /** Moves the grid's selection to the row of the current cell. */
    private void follow(boolean scrolling) {
        boolean elsewhere = grid.getSelectionModel().getSelectedIndex() != cells.currentIndex();
        select();
        if (elsewhere && scrolling && cells.currentIndex() >= 0) {
            scroll.bringIntoSight(cells.currentIndex());
        }
    }

    private void select() {
        selecting = true;
        int index = cells.currentIndex();
        present = cells.current().isPresent();
        if (index < 0) {
            grid.getSelectionModel().clearSelection();
        } else {
            if (grid.getSelectionModel().getSelectedIndex() != index) {
                grid.getSelectionModel().clearAndSelect(index);
            }
            focus();
        }
        selecting = false;
    }

    private void focus() {
        cells.current().map(CurrentCell::column).flatMap(this::shown).ifPresent(column -> grid.getFocusModel()
                .focus(cells.currentIndex(), column));
    }

    /** A screen reader may select rows of the grid itself. */
    private void selectedByGrid(Row row) {
        if (!selecting && !changing && row != null) {
            cells.goToRow(grid.getSelectionModel().getSelectedIndex());
        }
    }

    private void lookAt(Optional<CurrentCell> cell) {
        Optional<Row> row = cell.filter(now -> now.key().isEmpty()).map(CurrentCell::row);
        if (!row.equals(looked)) {
            looked = row;
            row.ifPresent(look);
        }
    }

    private Optional<ValueColumn> shown(Column column) {
        return grid.getVisibleLeafColumns().stream()
                .flatMap(shown -> shown instanceof ValueColumn value ? Stream.of(value) : Stream.empty())
                .filter(value -> value.column().name().equals(column.name()))
                .findFirst();
    }

    private void paint() {
        scroll.rowsInSight().forEach(row -> row.cells().forEach(GridCell::paint));
    }
}
