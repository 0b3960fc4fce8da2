package dev.concord.app.filter;

import dev.concord.app.condition.ConditionParser;
import dev.concord.app.condition.ConditionText;
import dev.concord.app.condition.FilteredColumn;
import dev.concord.app.condition.TypedCondition;
import dev.concord.app.condition.ValueConditions;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.query.ColumnCondition;
import dev.concord.query.ColumnCondition.Begins;
import dev.concord.query.ColumnCondition.Contains;
import dev.concord.query.RowFilter;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The filter of the table shown, as it is being typed: one entry for each column, and a search through all of them. What was typed
 * for a table is there again when the table is shown again. FX thread only.
 */
public final class FilterModel {
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration PAUSE_OF_SEARCH = Duration.ofMillis(300);

    private final Texts texts;
    private final Work work;
    private final Consumer<RowFilter> show;
    private final ConditionParser parser;
    private final ConditionText sentences;
    private final TypedCondition typing;
    private final ValueConditions values;
    private final ObservableList<FilterEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<FilterChip> chips = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final Map<TableId, Left> left = new HashMap<>();
    private Optional<TableId> table = Optional.empty();
    private RowFilter filter = RowFilter.NONE;
    private boolean setting;
    private int changes;

    /** What was typed for a table when another one was opened, by column. */
    private record Left(Map<String, String> typed, String search) {}

    /**
     * A filter that lets every row through.
     *
     * @param clock says what day it is, where the user is
     * @param work waits until nothing has been typed for a while
     * @param show shows only the rows that a filter lets through
     */
    public FilterModel(Texts texts, Clock clock, Work work, Consumer<RowFilter> show) {
        this.texts = texts;
        this.work = work;
        this.show = show;
        this.parser = new ConditionParser(texts, clock);
        this.sentences = new ConditionText(texts, clock);
        this.typing = new TypedCondition(texts, clock);
        this.values = new ValueConditions();
        search.subscribe(() -> changed(PAUSE_OF_SEARCH));
    }

    /** Turns to another table, and returns its filter: what was typed for it before, if it was shown before. */
    public RowFilter show(Optional<Table> shown) {
        changes++;
        keep();
        setting = true;
        table = shown.map(Table::id);
        Left before = table.map(left::get).orElse(new Left(Map.of(), ""));
        entries.setAll(shown.map(FilteredColumn::of).orElse(List.of()).stream()
                .map(column -> entry(column, before.typed().getOrDefault(column.name(), "")))
                .toList());
        search.set(before.search());
        setting = false;
        read();
        filter = current();
        say();
        return filter;
    }

    private void keep() {
        table.ifPresent(shown -> left.put(shown, new Left(typed(), search.get())));
    }

    /** Returns what is typed for each column that is filtered. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> !entry.typed().get().isBlank())
                .forEach(entry -> typed.put(entry.column().name(), entry.typed().get()));
        return typed;
    }

    /** Types a filter for each column that is named, none for the others, and a search; returns the filter, which the caller shows. */
    public RowFilter type(Map<String, String> typed, String searched) {
        changes++;
        setting = true;
        // Text that is no condition leaves the one before, which must not be that of another view.
        entries.forEach(entry -> entry.typed().set(""));
        read();
        entries.forEach(
                entry -> entry.typed().set(typed.getOrDefault(entry.column().name(), "")));
        search.set(searched);
        setting = false;
        read();
        filter = current();
        say();
        return filter;
    }

    private FilterEntry entry(FilteredColumn column, String typed) {
        FilterEntry entry = new FilterEntry(column);
        entry.typed().set(typed);
        entry.typed().subscribe(() -> changed(PAUSE));
        return entry;
    }

    /** Waits until nothing has been typed for a while. */
    private void changed(Duration pause) {
        if (!setting) {
            int change = ++changes;
            work.later(pause, () -> change, then -> {
                if (then == changes) {
                    apply();
                }
            });
        }
    }

    /** Shows the rows that what is typed now lets through; what is no condition is said at its entry, and changes nothing. */
    public void apply() {
        changes++;
        read();
        RowFilter now = current();
        if (!now.equals(filter)) {
            filter = now;
            say();
            show.accept(now);
        }
    }

    private void read() {
        entries.forEach(entry -> entry.read(parser.parse(entry.typed().get(), entry.column())));
        sayProblems();
    }

    private void sayProblems() {
        problem.set(entries.stream()
                .filter(entry -> !entry.problem().get().isEmpty())
                .map(entry -> texts.get(
                        "filter.problem", entry.column().name(), entry.problem().get()))
                .collect(Collectors.joining("\n")));
    }

    private RowFilter current() {
        return new RowFilter(
                entries.stream().flatMap(entry -> entry.condition().stream()).toList(),
                search.get().strip());
    }

    private void say() {
        List<FilterChip> said = new ArrayList<>();
        for (FilterEntry entry : entries) {
            entry.condition()
                    .ifPresent(condition ->
                            said.add(new FilterChip(sentences.of(condition, entry.column()), () -> clear(entry))));
        }
        if (!filter.search().isEmpty()) {
            said.add(new FilterChip(texts.get("filter.search.chip", filter.search()), this::clearSearch));
        }
        chips.setAll(said);
    }

    /** Shows the rows whatever a column holds. */
    public void clear(FilterEntry entry) {
        entry.typed().set("");
        apply();
    }

    /** Shows the rows whatever their texts contain. */
    public void clearSearch() {
        search.set("");
        apply();
    }

    /** Shows all rows. */
    public void clearAll() {
        entries.forEach(entry -> entry.typed().set(""));
        search.set("");
        apply();
    }

    /** Shows only the rows with this value in a column, as a page has it; nothing for a value that cannot be looked for. */
    public void only(String column, Value value) {
        choose(column, entry -> values.only(value, entry.column()));
    }

    /** Leaves out the rows with this value in a column, besides those left out already. */
    public void allBut(String column, Value value) {
        choose(column, entry -> values.allBut(value, entry.column(), entry.condition()));
    }

    private interface Choice {
        Optional<ColumnCondition> of(FilterEntry entry);
    }

    private void choose(String column, Choice choice) {
        entry(column).ifPresent(entry -> choice.of(entry).ifPresent(condition -> {
            entry.set(condition, typing.of(condition, entry.column()));
            changes++;
            sayProblems();
            filter = current();
            say();
            show.accept(filter);
        }));
    }

    /** Returns the entry of a column of the table shown. */
    public Optional<FilterEntry> entry(String column) {
        return entries.stream()
                .filter(entry -> entry.column().name().equals(column))
                .findFirst();
    }

    /** Returns the texts that were looked for in a column, to be marked in its values. */
    public List<String> hits(String column) {
        Stream<String> conditions = filter.columns().stream()
                .filter(condition -> condition.column().equals(column))
                .flatMap(condition -> condition.anyOf().stream())
                .flatMap(test -> switch (test) {
                    case Contains(String text) -> Stream.of(text);
                    case Begins(String text) -> Stream.of(text);
                    default -> Stream.empty();
                });
        return Stream.concat(conditions, Stream.of(filter.search()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Returns the sentence that says that no row is let through, with the conditions. */
    public String nothingFound() {
        return texts.get(
                "filter.nothing",
                chips.stream()
                        .map(FilterChip::sentence)
                        .collect(Collectors.joining(" " + texts.get("filter.and") + " ")));
    }

    /** The filters of the columns of the table shown, in its order. */
    public ObservableList<FilterEntry> entries() {
        return entries;
    }

    /** The conditions under which rows are shown. */
    public ObservableList<FilterChip> chips() {
        return chips;
    }

    /** Why what is typed is no condition, with the name of its column; a line for each column, empty without one. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What is looked for in every text of a row. */
    public StringProperty search() {
        return search;
    }

    /** Whether the entries are shown. */
    public BooleanProperty open() {
        return open;
    }
}
