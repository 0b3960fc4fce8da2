package dev.concord.app.browse;

import dev.concord.catalog.TableSummary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The tables and views of a database, filtered by a search. FX thread only. */
public final class TableListModel {
    private final ObservableList<TableSummary> all = FXCollections.observableArrayList();
    private final FilteredList<TableSummary> shown = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyObjectWrapper<Optional<TableSummary>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final ReadOnlyBooleanWrapper severalSchemas = new ReadOnlyBooleanWrapper(this, "severalSchemas");

    public TableListModel() {
        search.subscribe(this::narrow);
    }

    /** Shows the tables of a database. */
    public void show(List<TableSummary> tables) {
        all.setAll(tables);
        severalSchemas.set(
                tables.stream().map(table -> table.id().schema()).distinct().count() > 1);
    }

    /** The tables whose names contain every word of the search. */
    public ObservableList<TableSummary> shown() {
        return shown;
    }

    /** All tables. */
    public ObservableList<TableSummary> all() {
        return all;
    }

    public StringProperty search() {
        return search;
    }

    /** Whether several schemas have tables, so that names are shown with their schema. */
    public ReadOnlyBooleanProperty severalSchemas() {
        return severalSchemas.getReadOnlyProperty();
    }

    /** The selected table; it stays selected while a search hides it. */
    public ReadOnlyObjectProperty<Optional<TableSummary>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** Selects a table. */
    public void select(TableSummary table) {
        selected.set(Optional.of(table));
    }

    private void narrow(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        shown.setPredicate(table -> matches(table.id().qualifiedName().toLowerCase(Locale.ROOT), words));
    }

    private static boolean matches(String name, String[] words) {
        for (String word : words) {
            if (!name.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
