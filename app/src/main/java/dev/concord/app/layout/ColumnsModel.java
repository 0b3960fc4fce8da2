package dev.concord.app.layout;

import dev.concord.app.control.NameMatch;
import dev.concord.catalog.Column;
import dev.concord.ui.text.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The choice of the columns that are shown, and of their places. The grid shows every change at once; what was there before comes back
 * when the choice is cancelled. FX thread only.
 */
public final class ColumnsModel {
    private final LayoutModel layouts;
    private final Texts texts;
    private final Runnable ended;
    private final TableLayout before;
    private final Map<String, Column> columns;
    /** Not the one of the table itself, which would keep what listens to it. */
    private final ReadOnlyObjectWrapper<TableLayout> layout;

    private final ObservableList<Column> found = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    /**
     * The choice for the table that is laid out.
     *
     * @param ended run when the choice is made or cancelled
     */
    public ColumnsModel(LayoutModel layouts, Texts texts, Runnable ended) {
        this.layouts = layouts;
        this.texts = texts;
        this.ended = ended;
        this.before = layouts.layout().get();
        this.layout = new ReadOnlyObjectWrapper<>(this, "layout", before);
        this.columns = layouts.table().stream()
                .flatMap(table -> table.columns().stream())
                .collect(Collectors.toMap(Column::name, Function.identity()));
        search.subscribe(word -> find());
    }

    private void find() {
        NameMatch match = NameMatch.of(search.get());
        found.setAll(layout.get().columns().stream()
                .filter(match::matches)
                .flatMap(name -> Optional.ofNullable(columns.get(name)).stream())
                .toList());
    }

    /** The name of the table. */
    public String table() {
        return layouts.table().map(table -> table.id().name()).orElse("");
    }

    /** The part of a name that is looked for. */
    public StringProperty search() {
        return search;
    }

    /** The columns found, from left to right. */
    public ObservableList<Column> found() {
        return found;
    }

    /** How the table is laid out, by what was chosen so far. */
    public ReadOnlyObjectProperty<TableLayout> layout() {
        return layout.getReadOnlyProperty();
    }

    /** Why the last choice was not possible, one sentence; empty when it was. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Hides a column that is shown, or shows one that is hidden. */
    public void toggle(Column column) {
        TableLayout now = layout.get();
        boolean last = now.shows(column.name()) && now.shown().size() == 1;
        if (!last) {
            put(now.shows(column.name()) ? now.hiding(column.name()) : now.showing(column.name()));
        }
        problem.set(last ? texts.get("layout.columns.last") : "");
    }

    /** Moves a column before the one found before it, or behind the one found after it. */
    public void move(Column column, boolean right) {
        int place = found.indexOf(column) + (right ? 1 : -1);
        if (found.contains(column) && place >= 0 && place < found.size()) {
            put(layout.get().moving(column.name(), found.get(place).name()));
            find();
        }
    }

    /** Shows every column. */
    public void showAll() {
        put(layout.get().showingAll());
    }

    /** Shows all columns in the table's order, as wide as what they show; the order of the rows stays. */
    public void reset() {
        put(layouts.usual().sorted(layout.get().order()));
        find();
    }

    private void put(TableLayout other) {
        layouts.put(other);
        layout.set(layouts.layout().get());
        problem.set("");
    }

    /** The choice is made. */
    public void done() {
        ended.run();
    }

    /** Lays the table out as it was before. */
    public void cancel() {
        layouts.put(before);
        ended.run();
    }
}
