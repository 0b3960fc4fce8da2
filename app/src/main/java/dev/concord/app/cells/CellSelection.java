package dev.concord.app.cells;

import dev.concord.app.cells.CellRectangle.End;
import dev.concord.app.cells.CellRectangle.EveryRow;
import dev.concord.app.cells.CellRectangle.RowRange;
import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/**
 * The current cell of a grid, and the rectangle of rows × columns that is selected: from the current cell to the one opposite. Only
 * these two corners are kept, by record and by column, so that a million rows take no more memory than one, and sorting, paging,
 * refreshing and moving columns never change which cells are meant. The next column takes the place of one that is hidden. What is no longer there shrinks the selection to
 * the current cell, or to nothing. FX thread only.
 */
public final class CellSelection {
    /** More columns than any table has. */
    private static final int ALL = 1 << 20;

    private final GridRows grid;
    private List<Column> columns = List.of();
    private Map<String, Integer> places = Map.of();
    private Optional<RowEnd> row = Optional.empty();
    private Optional<RowEnd> otherRow = Optional.empty();
    private String column = "";
    private String otherColumn = "";
    private boolean everyRow;
    private boolean everyColumn;

    private Optional<CurrentCell> now = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<CurrentCell>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final ReadOnlyIntegerWrapper moves = new ReadOnlyIntegerWrapper(this, "moves");
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");

    // The rectangle in indexes of rows loaded and columns shown; painting asks for each cell.
    private int top;
    private int bottom = -1;
    private int left;
    private int right = -1;
    private int currentRow = -1;

    /** Nothing is selected. */
    public CellSelection(GridRows grid) {
        this.grid = grid;
        grid.rows().addListener(this::rowsChanged);
    }

    // --- what is selected

    /** The current cell; empty while there is none, or its row or column is not to be seen any more. */
    public Optional<CurrentCell> current() {
        return now;
    }

    /** The current cell, to be listened to. */
    public ReadOnlyObjectProperty<Optional<CurrentCell>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Counts the moves of a person: what moved is to be in sight. Reported before the current cell is. */
    public ReadOnlyIntegerProperty moves() {
        return moves.getReadOnlyProperty();
    }

    /** Counts the changes of what is selected and where it is. */
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** The columns shown, in the order of the grid. */
    public List<Column> columns() {
        return columns;
    }

    /** The selected rectangle; of one cell where nothing else is selected. */
    public Optional<CellRectangle> rectangle() {
        if (current().isEmpty()) {
            return Optional.empty();
        }
        List<Column> selected = columns.subList(left, right + 1);
        if (everyRow) {
            return Optional.of(new CellRectangle(new EveryRow(), selected));
        }
        RowEnd one = row.orElseThrow();
        RowEnd two = otherRow.orElseThrow();
        boolean downwards = one.order(loaded()) <= two.order(loaded());
        RowEnd first = downwards ? one : two;
        RowEnd last = downwards ? two : one;
        int from = Math.max(0, top);
        int to = Math.min(loaded() - 1, bottom);
        List<Row> rows = from <= to ? List.copyOf(grid.rows().subList(from, to + 1)) : List.of();
        boolean complete = first.index() >= 0 && last.index() >= 0;
        return Optional.of(new CellRectangle(
                new RowRange(
                        new End(first.row(), first.key()),
                        new End(last.row(), last.key()),
                        rows,
                        complete,
                        complete ? OptionalLong.of(rows.size()) : distance(first, last)),
                selected));
    }

    private static OptionalLong distance(RowEnd first, RowEnd last) {
        return first.number().isPresent() && last.number().isPresent()
                ? OptionalLong.of(
                        Math.abs(last.number().getAsLong() - first.number().getAsLong()) + 1)
                : OptionalLong.empty();
    }

    /** Whether no more than one cell is selected. */
    public boolean single() {
        return current().isEmpty() || (!everyRow && left == right && otherRow.equals(row));
    }

    /** Whether a cell is selected, by the index of its row among those loaded. */
    public boolean contains(int index, String name) {
        int place = places.getOrDefault(name, -1);
        return index >= top && index <= bottom && place >= left && place <= right;
    }

    /** Whether a cell is the current one, by the index of its row among those loaded. */
    public boolean isCurrent(int index, String name) {
        return index >= 0 && index == currentRow && name.equals(column);
    }

    /** Whether whole rows are selected, whatever columns there are. */
    public boolean wholeRows() {
        return everyColumn;
    }

    /** The index of the current cell's row among those loaded; -1 when it is not loaded. */
    public int currentIndex() {
        return currentRow;
    }

    /** The index, among those loaded, of the row that is moved by extending the selection; -1 when it is not loaded. */
    public int extentIndex() {
        return otherRow.map(RowEnd::index).orElse(-1);
    }

    /** The column that is moved by extending the selection; empty when nothing is selected. */
    public Optional<Column> extentColumn() {
        return column(otherColumn);
    }

    // --- moving the current cell

    /** Moves the current cell to another row loaded, and selects it alone. */
    public void go(int index, String name) {
        if (index >= 0 && index < loaded() && places.containsKey(name)) {
            row = Optional.of(RowEnd.at(grid, index));
            column = name;
            collapse();
        }
    }

    /** Moves the current cell to another row loaded, in the same column. */
    public void goToRow(int index) {
        go(index, columnOrFirst());
    }

    /** Moves the current cell by rows and columns, as far as there are any loaded, and selects it alone. */
    public void move(int rows, int byColumns) {
        if (begin()) {
            go(
                    clampRow(currentRow + rows),
                    columns.get(clampColumn(place(column) + byColumns)).name());
        }
    }

    /** Moves the current cell by one column and, from the last or first one, to the next or previous row. */
    public void step(boolean forwards) {
        if (!begin()) {
            return;
        }
        int place = place(column) + (forwards ? 1 : -1);
        if (place >= 0 && place < columns.size()) {
            go(currentRow, columns.get(place).name());
        } else if (forwards ? currentRow + 1 < loaded() : currentRow > 0) {
            Column wrapped = forwards ? columns.getFirst() : columns.getLast();
            go(currentRow + (forwards ? 1 : -1), wrapped.name());
        }
    }

    /** Moves the current cell to the first or the last column, also where its row is not loaded. */
    public void moveToColumn(boolean last) {
        if (there()) {
            column = (last ? columns.getLast() : columns.getFirst()).name();
            collapse();
        }
    }

    /** Whether there is a current cell, wherever it is; the first one loaded becomes it where there is none. */
    private boolean there() {
        return current().isPresent() || begin() || current().isPresent();
    }

    /** Makes the first row loaded and the first column the current cell where there is none. */
    private boolean begin() {
        if (columns.isEmpty() || grid.rows().isEmpty()) {
            return false;
        }
        if (currentRow < 0) {
            goToRow(0);
            return false;
        }
        return true;
    }

    /** Selects the row of a record, in the same column, as soon as it is loaded; nothing where there is no record. */
    public void follow(Optional<RecordKey> key) {
        if (row.isPresent() && row.get().key().equals(key) && key.isPresent()) {
            return;
        }
        row = key.map(RowEnd::of);
        column = columnOrFirst();
        for (int i = 0; i < loaded() && key.isPresent(); i++) {
            if (grid.keyOf(grid.rows().get(i)).equals(key)) {
                row = Optional.of(RowEnd.at(grid, i));
                break;
            }
        }
        shrink();
        place();
        report();
    }

    // --- selecting more cells

    /** Selects the rectangle from the current cell to another one. */
    public void extendTo(int index, String name) {
        if (row.isEmpty() || row.get().lost()) {
            go(index, name);
        } else if (index >= 0 && index < loaded() && places.containsKey(name) && !extendedTo(index, name)) {
            otherRow = Optional.of(RowEnd.at(grid, index));
            otherColumn = name;
            everyRow = false;
            everyColumn = false;
            settle();
        }
    }

    private boolean extendedTo(int index, String name) {
        return extentIndex() == index && otherColumn.equals(name) && !everyRow && !everyColumn;
    }

    /** Moves the corner opposite the current cell by rows and columns, as far as there are any loaded. */
    public void extend(int rows, int byColumns) {
        if (current().isEmpty()) {
            begin();
            return;
        }
        if (!everyRow && rows != 0) {
            int from = otherRow.orElseThrow().order(loaded());
            otherRow = Optional.of(RowEnd.at(grid, clampRow(from + rows)));
        }
        if (!everyColumn && byColumns != 0) {
            otherColumn =
                    columns.get(clampColumn(place(otherColumn) + byColumns)).name();
        }
        settle();
    }

    /** Selects up to a row, with the columns that are selected. */
    public void extendToRow(int index) {
        if (current().isPresent() && index >= 0 && index < loaded() && (everyRow || extentIndex() != index)) {
            otherRow = Optional.of(RowEnd.at(grid, index));
            everyRow = false;
            settle();
        }
    }

    /** Selects up to the first or the last column. */
    public void extendToColumn(boolean last) {
        extend(0, last ? ALL : -ALL);
    }

    /** Selects every cell of the table as it is filtered, also those that are not loaded. */
    public void selectAll() {
        if (there()) {
            everyRow = true;
            everyColumn = true;
            settle();
        }
    }

    /** Selects the whole rows of what is selected. */
    public void selectRows() {
        if (there()) {
            everyColumn = true;
            settle();
        }
    }

    /** Selects the whole columns of what is selected, also their cells that are not loaded. */
    public void selectColumns() {
        if (there()) {
            everyRow = true;
            settle();
        }
    }

    /** Selects the current cell alone. */
    public void collapse() {
        shrink();
        settle();
    }

    private void shrink() {
        otherRow = row;
        otherColumn = column;
        everyRow = false;
        everyColumn = false;
    }

    // --- what happens around it

    /** Selects nothing: another table is shown. */
    public void clear() {
        row = Optional.empty();
        column = "";
        shrink();
        place();
        report();
    }

    /** The rows come in another order from now on: those between two rows are others, all of them are the same. */
    public void reordered() {
        otherRow = row;
        place();
        report();
    }

    /** Other rows are let through from now on. */
    public void filtered() {
        shrink();
        place();
        report();
    }

    /** A record has another key from now on. */
    public void renamed(RecordKey before, RecordKey now) {
        row = row.map(end -> end.renamed(before, now));
        otherRow = otherRow.map(end -> end.renamed(before, now));
    }

    /** Other columns are shown, or in another order. A current cell whose column is hidden gives way to that of the next one. */
    public void show(List<Column> shown) {
        List<Column> before = columns;
        columns = List.copyOf(shown);
        places = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
        if (!places.containsKey(column)) {
            column = nextShown(before);
        }
        if (!places.containsKey(otherColumn)) {
            otherColumn = column;
        }
        place();
        report();
    }

    private void rowsChanged(ListChangeListener.Change<? extends Row> change) {
        boolean together = otherRow.equals(row);
        row = row.map(end -> end.after(change, grid));
        otherRow = together ? row : otherRow.map(end -> end.after(change, grid));
        boolean shrinks = row.isEmpty()
                || row.get().lost()
                || otherRow.isEmpty()
                || otherRow.get().lost();
        if (shrinks && !together) {
            otherRow = row;
            otherColumn = column;
        }
        place();
        report();
    }

    /** Somebody moved the current cell, or the corner opposite. */
    private void settle() {
        place();
        moves.set(moves.get() + 1);
        report();
    }

    private void report() {
        current.set(now);
        changes.set(changes.get() + 1);
    }

    private void place() {
        boolean there = row.isPresent() && !row.get().lost() && places.containsKey(column);
        currentRow = there ? row.get().index() : -1;
        if (there) {
            int one = row.get().order(loaded());
            int two = otherRow.orElseThrow().order(loaded());
            top = everyRow ? 0 : Math.min(one, two);
            bottom = everyRow ? Integer.MAX_VALUE : Math.max(one, two);
            left = everyColumn ? 0 : Math.min(place(column), place(otherColumn));
            right = everyColumn ? columns.size() - 1 : Math.max(place(column), place(otherColumn));
        } else {
            top = 0;
            bottom = -1;
            left = 0;
            right = -1;
        }
        now = there
                ? Optional.of(new CurrentCell(
                        row.get().row(), row.get().key(), column(column).orElseThrow()))
                : Optional.empty();
    }

    private Optional<Column> column(String name) {
        return Optional.ofNullable(places.get(name)).map(columns::get);
    }

    /** The column, among those shown, after the present one as the columns were before; the one before it where it was the last. */
    private String nextShown(List<Column> before) {
        List<String> names = before.stream().map(Column::name).toList();
        int place = names.indexOf(column);
        List<String> after = place < 0 ? List.of() : names.subList(place, names.size());
        List<String> ahead = place < 0 ? List.of() : names.subList(0, place).reversed();
        return Stream.concat(after.stream(), ahead.stream())
                .filter(places::containsKey)
                .findFirst()
                .orElseGet(this::columnOrFirst);
    }

    private String columnOrFirst() {
        return places.containsKey(column) || columns.isEmpty()
                ? column
                : columns.getFirst().name();
    }

    private int place(String name) {
        return places.getOrDefault(name, 0);
    }

    private int loaded() {
        return grid.rows().size();
    }

    private int clampRow(int index) {
        return Math.clamp(index, 0, loaded() - 1);
    }

    private int clampColumn(int place) {
        return Math.clamp(place, 0, columns.size() - 1);
    }
}
