package dev.concord.app.browse;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.ValueText;
import dev.concord.app.filter.FilterBar;
import dev.concord.app.filter.FilterRow;
import dev.concord.app.filter.SearchBox;
import dev.concord.app.pending.PendingEdits;
import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

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
    private final RowNumbers numbers;
    private final GridBar bar;
    private final FilterRow filterRow;
    private final SearchBox search;
    private final BorderPane root;
    private final EditedRows edited;
    private final Consumer<Row> look;
    private final Consumer<RecordKey> again;
    /** Counts the changes of unsaved edits. */
    private final IntegerProperty marks = new SimpleIntegerProperty();

    private boolean following;
    private boolean changing;

    /**
     * Shows the model's rows.
     *
     * @param pending the edits that are not saved; the rows are shown with them, and marked
     * @param look shows a row that belongs to no record, because its table has no key
     * @param again reads the record of the selected row again; run when that row is clicked once more, or Enter is pressed
     */
    public RowsView(
            RowsModel model,
            RowNumbers numbers,
            Texts texts,
            PendingEdits pending,
            Consumer<Row> look,
            Consumer<RecordKey> again) {
        this.model = model;
        this.numbers = numbers;
        this.look = look;
        this.again = again;
        this.texts = texts;
        this.values = new ValueText(texts);
        this.headers = new ColumnHeader(texts);
        this.edited = new EditedRows(pending, model::keyOf, values);
        // Registered before the grid's own listener: when a row is removed, the grid would select the next one.
        model.rows().addListener((ListChangeListener<Row>) change -> changing = true);
        grid = new RowsGrid(model, numbers);
        scroll = new GridScroll(grid);
        filterRow = new FilterRow(model.filters(), texts, this::focusRow, this::focus, this::reveal);
        search = new SearchBox(model.filters(), texts, model.loading(), model::stop, this::focusRow, this::focus);
        new CellMenu(grid, model.filters(), texts);
        grid.setId("rows");
        grid.setAccessibleText(texts.get("browse.rows"));
        grid.getStyleClass().add(Styles.DENSE);
        grid.setPlaceholder(new EmptyRows(model, texts).root());
        grid.setRowFactory(view -> new ReadingAhead());
        grid.setSortPolicy(view -> sort());
        grid.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                selectAgain(grid.getSelectionModel().getSelectedItem());
            }
        });
        // Before the grid goes to the ends of what is loaded.
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::goToEnd);
        model.table().subscribe(this::show);
        model.selected().subscribe(key -> follow());
        model.filter().subscribe(filter -> grid.refresh());
        model.outside().addListener((SetChangeListener<RecordKey>) change -> refreshMarks());
        pending.changes().subscribe(this::refreshMarks);
        model.rows().addListener((ListChangeListener<Row>) change -> {
            changing = false;
            fit(change);
            follow();
            countIfMore();
        });
        bar = new GridBar(grid, model, numbers, texts);
        root = new BorderPane(new StackPane(grid, bar.number()));
        root.setRight(bar.node());
        countIfMore();
        root.setTop(new FilterBar(model.filters(), texts, this::focus).root());
        root.getStyleClass().add("rows");
    }

    public Parent root() {
        return root;
    }

    /** Moves the keyboard focus to the grid. */
    public void focus() {
        grid.requestFocus();
    }

    /** Shows the rows with what is edited by now. */
    private void refreshMarks() {
        marks.set(marks.get() + 1);
        grid.refreshCells();
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
        filterRow.step(Optional.empty());
    }

    private void reveal(String column) {
        grid.getColumns().stream()
                .filter(shown -> shown instanceof ValueColumn value
                        && value.column().name().equals(column))
                .findFirst()
                .ifPresent(grid::scrollToColumn);
    }

    /** Moves the keyboard focus to the selected row, or to the first one. */
    private void focusRow() {
        grid.requestFocus();
        if (grid.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
            grid.getSelectionModel().selectFirst();
        }
    }

    private void show(Optional<Table> table) {
        following = true;
        grid.getSortOrder().clear();
        grid.getColumns().setAll(table.map(this::columns).orElse(List.of()));
        following = false;
    }

    private List<TableColumn<Row, ?>> columns(Table table) {
        List<String> key = table.rowKey().map(Key::columns).orElse(List.of());
        List<TableColumn<Row, ?>> columns = new ArrayList<>();
        columns.add(new MarkColumn(row -> marks.map(now -> mark(row)), texts));
        filterRow.clear();
        for (Column column : table.columns()) {
            String name = column.name();
            boolean ofKey = key.contains(name);
            Node header = headers.of(column, ofKey);
            columns.add(new ValueColumn(
                    column,
                    ofKey,
                    shown -> filterRow.header(name, header, shown.widthProperty()),
                    values,
                    edited,
                    () -> model.filters().hits(name)));
        }
        return columns;
    }

    private void countIfMore() {
        if (model.more()) {
            numbers.count();
        }
    }

    private void fit(ListChangeListener.Change<? extends Row> change) {
        while (change.next()) {
            if (change.wasAdded()) {
                List<Row> added = List.copyOf(change.getAddedSubList());
                grid.getColumns().stream()
                        .flatMap(column -> column instanceof ValueColumn value ? Stream.of(value) : Stream.empty())
                        .forEach(column -> column.fit(added));
            }
        }
    }

    private GridMark mark(Row row) {
        return edited.unsaved(row)
                ? GridMark.UNSAVED
                : model.keyOf(row).filter(model.outside()::contains).isPresent() ? GridMark.OUTSIDE : GridMark.NONE;
    }

    private boolean sort() {
        if (!following) {
            model.sortBy(
                    grid.getSortOrder().stream().flatMap(ValueColumn::order).toList());
        }
        return true;
    }

    private void selected(Row row) {
        if (!following && !changing && row != null) {
            model.select(model.keyOf(row));
            if (model.keyOf(row).isEmpty()) {
                look.accept(row);
            }
        }
    }

    private void goToEnd(KeyEvent key) {
        boolean typing = key.getTarget() instanceof TextInputControl;
        if (typing || key.isShiftDown() || key.isAltDown() || key.isMetaDown()) {
            return;
        }
        switch (key.getCode()) {
            case HOME -> {
                model.goToFirst();
                key.consume();
            }
            case END -> {
                model.goToLast();
                key.consume();
            }
            default -> {}
        }
    }

    private void selectAgain(@Nullable Row row) {
        if (row != null) {
            model.keyOf(row)
                    .filter(key -> model.selected().get().equals(Optional.of(key)))
                    .ifPresent(again);
        }
    }

    /** Moves the grid's selection to the row of the selected record. */
    private void follow() {
        if (following) {
            return;
        }
        if (model.table().get().flatMap(Table::rowKey).isEmpty()) {
            return;
        }
        following = true;
        Optional<Integer> index = model.selected().get().map(model::indexOf).filter(i -> i >= 0);
        if (index.isEmpty()) {
            grid.getSelectionModel().clearSelection();
        } else if (grid.getSelectionModel().getSelectedIndex() != index.get()) {
            grid.getSelectionModel().clearAndSelect(index.get());
            scroll.bringIntoSight(index.get());
        }
        following = false;
    }

    /** A row that requests the page beyond it when it becomes visible near an end, and can be selected again. */
    private final class ReadingAhead extends TableRow<Row> {
        ReadingAhead() {
            // Before the grid selects the row that is pressed: this is about the row that is selected already.
            addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
                if (press.getButton() == MouseButton.PRIMARY && isSelected()) {
                    selectAgain(getItem());
                }
            });
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.INDEX
                    ? grid.place(getIndex())
                    : super.queryAccessibleAttribute(attribute, parameters);
        }

        @Override
        public void updateIndex(int index) {
            super.updateIndex(index);
            if (index >= 0 && !scroll.shifting()) {
                if (index >= model.rows().size() - AHEAD) {
                    model.loadMore();
                } else if (index < AHEAD) {
                    model.loadBefore();
                }
            }
        }
    }
}
