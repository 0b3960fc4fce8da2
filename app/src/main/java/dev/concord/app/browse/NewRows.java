package dev.concord.app.browse;

import dev.concord.app.cells.CurrentCell;
import dev.concord.app.pending.EditId;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;

/**
 * The rows of new records, after the table's last row: one for each that is not saved yet, and an empty one in which the next is begun.
 * FX thread only.
 */
public final class NewRows {
    private final RowsModel rows;
    private final PendingEdits pending;
    private final boolean readOnly;
    /** The new records that have rows, in the order in which they were begun. */
    private Map<EditId.New, PendingEdit> begun = Map.of();
    /** The record whose row is empty; empty before there was one. */
    private Optional<EditId.New> empty = Optional.empty();
    /** Whether the empty row is shown although the filter lets no row through. */
    private boolean wanted;

    /** @param readOnly whether nothing can be written to the database */
    public NewRows(RowsModel rows, PendingEdits pending, boolean readOnly) {
        this.rows = rows;
        this.pending = pending;
        this.readOnly = readOnly;
        pending.unsaved().addListener((ListChangeListener<PendingEdit>) change -> update());
        rows.filter().subscribe(filter -> update(false));
        rows.table().subscribe(table -> update(false));
        rows.within().subscribe(values -> update(false));
        rows.cells().currentProperty().subscribe(this::leave);
    }

    /** Whoever is elsewhere has begun no related record of which there is nothing but what relates it. */
    private void leave(Optional<CurrentCell> now) {
        List<PendingEdit> untouched = rows.within().get().stream()
                .flatMap(values -> begun.values().stream()
                        .filter(edit -> edit.draft().changes().equals(values)))
                .filter(edit -> !now.flatMap(CurrentCell::key).equals(Optional.of(edit.row())))
                .toList();
        untouched.forEach(pending::drop);
    }

    /** Goes to the empty row, if the table can have new records. */
    public void go() {
        if (table().isPresent()) {
            update(true);
            column().ifPresent(rows::goToFresh);
        }
    }

    /** The current column, or the first one if the database fills that one in by itself. */
    private Optional<String> column() {
        List<Column> shown = rows.cells().columns();
        return Stream.concat(rows.cells().current().map(CurrentCell::column).stream(), shown.stream())
                .filter(column -> column.generation() == Column.Generation.NONE && fillable(column))
                .findFirst()
                .or(() -> shown.stream().findFirst())
                .map(Column::name);
    }

    /** Whether a row is the one in which the next new record is begun. */
    public boolean isEmpty(RecordKey row) {
        return EditId.New.of(row).filter(id -> !begun.containsKey(id)).isPresent();
    }

    /** The edit of the new record that a row is of, begun if need be; empty for a record that is in the database. */
    public Optional<PendingEdit> edit(RecordKey row) {
        return EditId.New.of(row).flatMap(id -> pending.find(row)
                .or(() -> rows.table().get().map(table -> pending.begin(id, table, fresh(table)))));
    }

    private Draft fresh(Table table) {
        Draft fresh = Draft.newRow(table.id());
        for (var value : rows.within().get().orElse(Row.EMPTY).values().entrySet()) {
            fresh = fresh.with(value.getKey(), value.getValue());
        }
        return fresh;
    }

    private Optional<Table> table() {
        return rows.table()
                .get()
                .filter(table -> !readOnly
                        && table.readOnlyReason().isEmpty()
                        && table.columns().stream().anyMatch(NewRows::fillable));
    }

    private static boolean fillable(Column column) {
        return column.writable() && column.rights().insert();
    }

    private void update(boolean now) {
        wanted = now;
        update();
    }

    private void update() {
        Map<EditId.New, PendingEdit> before = begun;
        begun = table().map(this::unsaved).orElse(Map.of());
        rows.fresh(
                table().map(table -> rows(table, before)).orElse(List.of()),
                wanted || rows.filter().get().isEmpty());
    }

    private List<Row> rows(Table table, Map<EditId.New, PendingEdit> before) {
        return Stream.concat(begun.keySet().stream(), Stream.of(emptyOne(before)))
                .map(id -> id.rowIn(table.id()).columns())
                .toList();
    }

    private Map<EditId.New, PendingEdit> unsaved(Table table) {
        Map<EditId.New, PendingEdit> found = new LinkedHashMap<>();
        List<PendingEdit> edits = new ArrayList<>(pending.unsaved());
        edits.removeIf(edit -> !edit.table().id().equals(table.id()) || number(edit) == 0 || !isWithin(edit.draft()));
        edits.sort(Comparator.comparingLong(NewRows::number));
        edits.forEach(edit -> found.put(new EditId.New(number(edit)), edit));
        return found;
    }

    private boolean isWithin(Draft draft) {
        return rows.within().get().orElse(Row.EMPTY).values().entrySet().stream()
                .allMatch(value -> draft.get(value.getKey()).equals(value.getValue()));
    }

    /** The number of a new record; 0 for one that is in the database. */
    private static long number(PendingEdit edit) {
        return edit.id() instanceof EditId.New(long number) ? number : 0;
    }

    /** The record of the empty row. That of a record whose every value was taken back stays where somebody is in it. */
    private EditId.New emptyOne(Map<EditId.New, PendingEdit> before) {
        Optional<EditId.New> current = rows.cells()
                .current()
                .flatMap(CurrentCell::key)
                .flatMap(EditId.New::of)
                .filter(id -> !begun.containsKey(id))
                .filter(id -> Optional.ofNullable(before.get(id))
                        .flatMap(PendingEdit::key)
                        .isEmpty());
        EditId.New now =
                current.or(() -> empty.filter(id -> !begun.containsKey(id))).orElseGet(pending::reserve);
        empty = Optional.of(now);
        return now;
    }
}
