package dev.concord.app.layout;

import dev.concord.app.filter.FilterModel;
import dev.concord.catalog.Column;
import dev.concord.query.RowFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The views of the table shown that are kept by name: what is filtered and looked for, the order, and the columns. FX thread only. */
public final class SavedViewsModel {
    private final LayoutModel layouts;
    private final FilterModel filters;
    private final LayoutPrompt prompt;
    private final Consumer<RowFilter> show;

    /**
     * The views of the table that is laid out.
     *
     * @param show shows the rows that a filter lets through, in the order of the layout, which is in force by then
     */
    public SavedViewsModel(LayoutModel layouts, FilterModel filters, LayoutPrompt prompt, Consumer<RowFilter> show) {
        this.layouts = layouts;
        this.filters = filters;
        this.prompt = prompt;
        this.show = show;
    }

    /** Whether there is a table to have views of. */
    public boolean ready() {
        return layouts.table().isPresent();
    }

    /** The views, in the order of their names. */
    public List<SavedView> all() {
        return kept().saved();
    }

    private TableViews kept() {
        return layouts.table().map(table -> layouts.memory().of(table.id())).orElse(TableViews.NONE);
    }

    /** Whether a name, in capital or small letters, is that of a view. */
    public boolean has(String name) {
        return kept().find(name.strip()).isPresent();
    }

    /** Lets a person name the view to keep. */
    public void askName() {
        if (ready()) {
            prompt.name();
        }
    }

    /** Keeps what is shown now as a view; a view of the same name is replaced. */
    public void keepAs(String name) {
        SavedView view = new SavedView(
                name.strip(),
                filters.typed(),
                filters.search().get().strip(),
                layouts.layout().get());
        layouts.table().ifPresent(table -> layouts.memory().change(table.id(), kept -> kept.keeping(view)));
    }

    /** Shows the table as a view has it. */
    public void apply(SavedView view) {
        if (!ready()) {
            return;
        }
        layouts.put(view.layout());
        show.accept(filters.type(view.filters(), view.search()));
        Set<String> there = layouts.table().stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::name)
                .collect(Collectors.toSet());
        List<String> missing = view.filters().keySet().stream()
                .filter(column -> !there.contains(column))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            prompt.incomplete(view.name(), missing);
        }
    }

    /** Shows all rows and columns, as the database has them. */
    public void applyNone() {
        apply(new SavedView("", Map.of(), "", layouts.usual()));
    }

    /** Whether the table is shown as a view has it; the widths of columns do not count. */
    public boolean inForce(SavedView view) {
        return layouts.layout().get().sameArrangement(layouts.fitted(view.layout())) && filtersAre(view);
    }

    /** Whether all rows and columns are shown, as the database has them. */
    public boolean noneInForce() {
        return inForce(new SavedView("", Map.of(), "", layouts.usual()));
    }

    private boolean filtersAre(SavedView view) {
        return filters.typed().equals(view.filters())
                && filters.search().get().strip().equals(view.search());
    }

    /** Keeps a view no longer; a person can have it back. */
    public void forget(SavedView view) {
        layouts.table().ifPresent(table -> {
            layouts.memory().change(table.id(), kept -> kept.forgetting(view.name()));
            prompt.forgotten(view.name(), () -> layouts.memory()
                    .change(table.id(), kept -> kept.find(view.name()).isPresent() ? kept : kept.keeping(view)));
        });
    }
}
