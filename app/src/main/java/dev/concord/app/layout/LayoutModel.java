package dev.concord.app.layout;

import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.query.PageRequest.Sort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * How the table shown is laid out, and how high the rows of all tables are. It is kept at once, but widths when none has changed for a
 * moment. FX thread only.
 */
public final class LayoutModel implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LayoutMemory memory;
    private final Work work;
    private final LayoutPrompt prompt;
    private final ReadOnlyObjectWrapper<TableLayout> layout =
            new ReadOnlyObjectWrapper<>(this, "layout", TableLayout.NONE);
    private final ReadOnlyObjectWrapper<RowHeight> rowHeight;
    private Optional<Table> table = Optional.empty();
    private int changes;
    private int kept;

    /**
     * The layout of no table.
     *
     * @param work waits until no width has changed for a while
     */
    public LayoutModel(LayoutMemory memory, Work work, LayoutPrompt prompt) {
        this.memory = memory;
        this.work = work;
        this.prompt = prompt;
        this.rowHeight = new ReadOnlyObjectWrapper<>(this, "rowHeight", memory.rowHeight());
    }

    /** Turns to another table, and returns how it was shown the last time. */
    public TableLayout show(Optional<Table> shown) {
        keep();
        table = shown;
        rowHeight.set(memory.rowHeight());
        layout.set(fitted(table.map(now -> memory.of(now.id()).now()).orElse(TableLayout.NONE)));
        return layout.get();
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    /** How the table is laid out. */
    public ReadOnlyObjectProperty<TableLayout> layout() {
        return layout.getReadOnlyProperty();
    }

    /** Lays the table out in another way; what its columns do not allow is left out. */
    public void put(TableLayout other) {
        if (changed(other)) {
            keep();
        }
    }

    private boolean changed(TableLayout other) {
        TableLayout next = fitted(other);
        boolean another = !next.equals(layout.get());
        if (another) {
            changes++;
            layout.set(next);
        }
        return another;
    }

    /** Returns a layout as the table shown allows it. */
    TableLayout fitted(TableLayout other) {
        return other.reconciled(table.map(LayoutModel::names).orElse(List.of()));
    }

    private void change(UnaryOperator<TableLayout> how) {
        put(how.apply(layout.get()));
    }

    /** Keeps what has changed since it was kept last. */
    private void keep() {
        if (kept != changes) {
            kept = changes;
            TableLayout now = layout.get();
            table.ifPresent(shown ->
                    memory.change(shown.id(), views -> views.showing(now.equals(usual()) ? TableLayout.NONE : now)));
        }
    }

    /** The layout of the table as the database has it. */
    public TableLayout usual() {
        return fitted(TableLayout.NONE);
    }

    /** Hides a column; the last one shown stays. */
    public void hide(String column) {
        change(now -> now.hiding(column));
    }

    /** Shows every column, each in the place it has. */
    public void showAll() {
        change(TableLayout::showingAll);
    }

    /** Puts the columns into other places. */
    public void arrange(List<String> columns) {
        change(now -> now.arranged(columns));
    }

    /** A person gives a width to a column, in pixels; while it is dragged, there are many of them. */
    public void widen(String column, double width) {
        if (changed(layout.get().widening(column, width))) {
            int change = changes;
            work.later(PAUSE, () -> change, then -> {
                if (then == changes) {
                    keep();
                }
            });
        }
    }

    /** Makes a column as wide as what it shows. */
    public void fit(String column) {
        change(now -> now.fitting(column));
    }

    /** Keeps the columns up to one, itself included, where they are while the others scroll; once more lets them scroll. */
    public void freeze(String column) {
        TableLayout wanted = layout.get().freezing(column);
        put(wanted.equals(layout.get()) ? wanted.unfreezing() : wanted);
    }

    /** Lets all columns scroll. */
    public void unfreeze() {
        change(TableLayout::unfreezing);
    }

    /** The column that names the table's records, chosen or found; empty where they have a key only. */
    public Optional<Column> naming() {
        return table.flatMap(shown -> memory.names().columns(shown).stream().findFirst());
    }

    /** Names the table's records by a column; once more lets the column be found again. */
    public void nameBy(Column column) {
        table.ifPresent(shown -> {
            boolean again = memory.names().chosen(shown).equals(Optional.of(column));
            memory.name(shown.id(), again ? Optional.empty() : Optional.of(column.name()));
            prompt.named();
        });
    }

    /** The rows are shown in another order. */
    public void sort(List<Sort> order) {
        change(now -> now.sorted(order));
    }

    /** How high the rows of every table are. */
    public ReadOnlyObjectProperty<RowHeight> rowHeight() {
        return rowHeight.getReadOnlyProperty();
    }

    /** Makes the rows of every table as high as this. */
    public void makeRows(RowHeight height) {
        if (height != rowHeight.get()) {
            rowHeight.set(height);
            memory.keep(height);
        }
    }

    /** The table shown. */
    Optional<Table> table() {
        return table;
    }

    LayoutMemory memory() {
        return memory;
    }

    /** Lets a person choose the columns that are shown, and their places. */
    public void askColumns() {
        if (table.isPresent()) {
            prompt.columns();
        }
    }

    /** Keeps what has not been kept yet: the database is about to be closed. */
    @Override
    public void close() {
        keep();
    }
}
