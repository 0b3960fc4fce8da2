package dev.concord.app.layout;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is remembered of how one table is looked at. Immutable.
 *
 * @param now how it is shown
 * @param saved the views kept by name, in the order of their names
 * @param naming the column chosen to name its records; empty where none was
 * @param emptyHidden whether the form hides the fields that hold nothing
 */
public record TableViews(TableLayout now, List<SavedView> saved, Optional<String> naming, boolean emptyHidden) {
    /** Nothing is remembered. */
    public static final TableViews NONE = new TableViews(TableLayout.NONE, List.of(), Optional.empty(), false);

    public TableViews {
        saved = saved.stream()
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    /** Returns the view of a name, in capital or small letters. */
    public Optional<SavedView> find(String name) {
        return saved.stream().filter(view -> view.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Returns these with the table shown in another way. */
    public TableViews showing(TableLayout layout) {
        return new TableViews(layout, saved, naming, emptyHidden);
    }

    /** Returns these with a view, in the place of the one that has the same name. */
    public TableViews keeping(SavedView view) {
        return new TableViews(
                now, Stream.concat(without(view.name()), Stream.of(view)).toList(), naming, emptyHidden);
    }

    /** Returns these without the view of a name. */
    public TableViews forgetting(String name) {
        return new TableViews(now, without(name).toList(), naming, emptyHidden);
    }

    /** Returns these with a column chosen to name the records, or with none. */
    public TableViews namedBy(Optional<String> column) {
        return new TableViews(now, saved, column, emptyHidden);
    }

    /** Returns these with the empty fields of the form hidden or shown. */
    public TableViews hidingEmpty(boolean hidden) {
        return new TableViews(now, saved, naming, hidden);
    }

    private Stream<SavedView> without(String name) {
        return saved.stream().filter(view -> !view.name().equalsIgnoreCase(name));
    }
}
