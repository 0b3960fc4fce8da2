package dev.concord.app.browse;

import atlantafx.base.theme.Styles;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.control.ValueText;
import dev.concord.app.filter.FilterBar;
import dev.concord.app.filter.FilterRow;
import dev.concord.app.filter.SearchBox;
import dev.concord.app.pending.EditId;
import dev.concord.app.reference.ReferenceValues;
import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The rows of the selected table, in a grid that reads further pages while the user scrolls. */
public final class RowsView {
    /** How many rows before the last one the next page is requested. */
    private static final int AHEAD = 50;

    private final RowsModel model;
    private final Texts texts;
    private final ValueText values;
    private final ColumnHeader headers;
    private final RowsGrid grid;
    private final GridScroll scroll;
    private final GridLayout layout;
    private final GridCells cells;
    private final RowNumbers numbers;
    private final CellMenu menu;
    private final GridBar bar;
    private final FilterRow filterRow;
    private final SearchBox search;
    private final BorderPane root;
    private final EditedRows edited;
    private final GridReferences references;
    private final Consumer<RecordKey> again;
    /** Counts the changes of unsaved edits. */
    private final IntegerProperty marks = new SimpleIntegerProperty();

    /**
     * Shows the model's rows.
     *
     * @param edits how the rows are edited
     * @param look shows a row that belongs to no record, because its table has no key
     * @param again reads the record of the selected row again; run when its current cell is clicked once more
     */
    public RowsView(
            RowsModel model,
            RowNumbers numbers,
            Texts texts,
            GridEdits edits,
            Consumer<Row> look,
            Consumer<RecordKey> again) {
        this.model = model;
        this.numbers = numbers;
        this.again = again;
        this.texts = texts;
        this.values = new ValueText(texts);
        this.headers = new ColumnHeader(texts);
        this.references = new GridReferences(edits.references().names(), texts);
        this.edited = new EditedRows(
                edits.pending(), model::keyOf, values, new UnsetText(texts, edits.cells()::lock), references);
        // Registered before the grid's own listener: when a row is removed, the grid would select the next one.
        model.shown().addListener((ListChangeListener<Row>) change -> rowsChange());
        grid = new RowsGrid(model, numbers);
        FrozenColumns frozen = new FrozenColumns(grid, model.layouts());
        scroll = new GridScroll(grid, frozen);
        layout = new GridLayout(grid, model);
        cells = new GridCells(grid, model, scroll, look);
        GridEditing editing = new GridEditing(grid, model, edited, scroll, edits, texts);
        new GridKeys(grid, model, scroll);
        new GridMouse(grid, model.cells(), scroll, this::readAgain);
        filterRow = new FilterRow(model.filters(), texts, this::focusRow, this::focus, this::reveal);
        search = new SearchBox(model.filters(), texts, model.loading(), model::stop, this::focusRow, this::focus);
        menu = new CellMenu(grid, model.filters(), model.cells(), texts);
        new HeaderMenu(grid, model, texts);
        grid.setId("rows");
        grid.setAccessibleText(texts.get("browse.rows"));
        grid.getStyleClass().add(Styles.DENSE);
        grid.setPlaceholder(new EmptyRows(model, texts).root());
        grid.setRowFactory(view -> new GridRow(grid, frozen, this::readAhead));
        model.table().subscribe(this::show);
        model.filter().subscribe(scroll::refreshCells);
        model.outside().addListener((SetChangeListener<RecordKey>) change -> refreshMarks());
        edits.pending().changes().subscribe(this::refreshMarks);
        edits.references().names().changes().subscribe(this::nameRows);
        model.shown().addListener((ListChangeListener<Row>) change -> {
            cells.rowsChanged(fit(change));
            countIfMore();
        });
        bar = new GridBar(grid, model, numbers, texts);
        root = new BorderPane(new StackPane(grid, editing.layer(), bar.number()));
        root.setRight(bar.node());
        countIfMore();
        root.setTop(new FilterBar(model.filters(), texts, this::focus).root());
        root.getStyleClass().add("rows");
    }

    public Parent root() {
        return root;
    }

    /** The grid alone, for those who act on its keys. */
    public Node grid() {
        return grid;
    }

    /** Adds entries to the menu of a cell, which are made anew each time it is shown. */
    public void offer(Supplier<Stream<MenuItem>> entries) {
        menu.offer(entries);
    }

    /** Moves the keyboard focus to the grid. */
    public void focus() {
        grid.requestFocus();
    }

    /** Shows the rows with what is edited by now. */
    private void refreshMarks() {
        marks.set(marks.get() + 1);
        scroll.refreshCells();
    }

    /** Shows the names that are known by now, in columns that are wide enough for them. */
    private void nameRows() {
        scroll.refreshCells();
        List<Row> inSight = scroll.rowsInSight().stream()
                .map(GridRow::getItem)
                .filter(Objects::nonNull)
                .toList();
        layout.values().filter(shown -> references.names(shown.column())).forEach(shown -> shown.fitNames(inSight));
    }

    /** What the current cell leads to; empty where it is part of no reference. */
    public Optional<ReferenceValues> reference() {
        return model.cells().current().flatMap(cell -> edited.reference(cell.row(), cell.column()));
    }

    /** The search through the rows and the button for the filters, to be shown in a bar above. */
    public Node search() {
        return search.root();
    }

    /** Moves the keyboard focus to the search. */
    public void focusSearch() {
        search.focus();
    }

    /** Shows the filters of the columns and moves the keyboard focus there, or hides them and moves it back. */
    public void filter() {
        filterRow.step(model.cells()
                .current()
                .map(CurrentCell::column)
                .or(() -> model.cells().columns().stream().findFirst())
                .map(Column::name));
    }

    private void reveal(String column) {
        grid.getColumns().stream()
                .filter(shown -> shown instanceof ValueColumn value
                        && value.column().name().equals(column))
                .findFirst()
                .ifPresent(scroll::show);
    }

    /** Moves the keyboard focus to the current cell, or to the first one. */
    private void focusRow() {
        grid.requestFocus();
        if (model.cells().currentIndex() < 0) {
            model.cells().goToRow(0);
        }
    }

    /** The grid is asked for before it is there. */
    private void rowsChange() {
        cells.rowsChange();
    }

    private void show(Optional<Table> table) {
        layout.show(table.map(this::columns).orElse(List.of()));
    }

    private List<TableColumn<Row, ?>> columns(Table table) {
        List<String> key = table.rowKey().map(Key::columns).orElse(List.of());
        List<TableColumn<Row, ?>> columns = new ArrayList<>();
        columns.add(new MarkColumn(row -> marks.map(now -> mark(row)), texts));
        filterRow.clear();
        references.show(table);
        for (Column column : table.columns()) {
            String name = column.name();
            boolean ofKey = key.contains(name);
            Node header = headers.of(column, ofKey);
            columns.add(new ValueColumn(
                    column,
                    ofKey,
                    references.names(column),
                    shown -> filterRow.header(name, header, shown.widthProperty()),
                    values,
                    edited,
                    model.cells(),
                    () -> model.filters().hits(name)));
        }
        return columns;
    }

    private void countIfMore() {
        if (model.more()) {
            numbers.count();
        }
    }

    /** Returns whether other rows are loaded in place of those there were. */
    private boolean fit(ListChangeListener.Change<? extends Row> change) {
        boolean others = false;
        while (change.next()) {
            others |= change.wasReplaced();
            if (change.wasAdded()) {
                List<Row> added = List.copyOf(change.getAddedSubList());
                layout.values().forEach(column -> column.fit(added));
            }
        }
        return others;
    }

    private GridMark mark(Row row) {
        if (edited.deleted(row)) {
            return GridMark.DELETED;
        }
        if (EditId.New.of(row).isPresent()) {
            return edited.unsaved(row) ? GridMark.NEW : GridMark.EMPTY;
        }
        return edited.unsaved(row)
                ? GridMark.UNSAVED
                : model.keyOf(row).filter(model.outside()::contains).isPresent() ? GridMark.OUTSIDE : GridMark.NONE;
    }

    private void readAgain() {
        model.cells()
                .current()
                .flatMap(CurrentCell::key)
                .filter(key -> model.selected().get().equals(Optional.of(key)))
                .ifPresent(again);
    }

    /** Requests the page beyond a row that becomes visible near an end. */
    private void readAhead(int index) {
        if (!scroll.shifting()) {
            if (index >= model.rows().size() - AHEAD) {
                model.loadMore();
            } else if (index < AHEAD) {
                model.loadBefore();
            }
        }
    }
}
