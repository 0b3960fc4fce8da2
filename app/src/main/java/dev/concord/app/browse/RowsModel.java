package dev.concord.app.browse;

import dev.concord.app.browse.RowReading.Purpose;
import dev.concord.app.cells.CellSelection;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.filter.FilterModel;
import dev.concord.app.layout.KeptLayouts;
import dev.concord.app.layout.LayoutMemory;
import dev.concord.app.layout.LayoutModel;
import dev.concord.app.layout.LayoutPrompt;
import dev.concord.app.layout.SavedViewsModel;
import dev.concord.app.pending.EditId;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.query.PageRequest.Sort;
import dev.concord.query.Position;
import dev.concord.query.RowFilter;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/**
 * The rows of one table, read page by page while the user scrolls, forwards and backwards. What is shown never waits for a count,
 * because counting a large table takes longer than reading its first page. FX thread only.
 */
public final class RowsModel {
    /** The number of rows read at once. */
    static final int PAGE = 200;

    private final Texts texts;
    private final RowReading reading;
    private final RowWindow window = new RowWindow(this::keyOf);
    private final CellSelection cells = new CellSelection(window);
    private final ReadOnlyObjectWrapper<Optional<Table>> table =
            new ReadOnlyObjectWrapper<>(this, "table", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RecordKey>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
    private final ReadOnlyObjectWrapper<RowFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter", RowFilter.NONE);
    private final FilterModel filters;
    private final LayoutModel layouts;
    private final SavedViewsModel views;
    private final FilterCheck check;
    private List<Sort> sort = List.of();
    private final ReadOnlyObjectWrapper<Optional<Row>> within =
            new ReadOnlyObjectWrapper<>(this, "within", Optional.empty());

    private Optional<Landing> landed = Optional.empty();
    private final ReadOnlyIntegerWrapper landings = new ReadOnlyIntegerWrapper(this, "landings");
    private final ReadOnlyIntegerWrapper numbered = new ReadOnlyIntegerWrapper(this, "numbered");
    private final ReadOnlyObjectWrapper<Optional<PageRequest>> scope =
            new ReadOnlyObjectWrapper<>(this, "scope", Optional.empty());

    /** Rows whose layout is remembered for as long as the program runs. */
    public RowsModel(RecordStore store, Work work, Texts texts) {
        this(store, work, texts, KeptLayouts.forNow(), LayoutPrompt.NONE);
    }

    public RowsModel(RecordStore store, Work work, Texts texts, LayoutMemory memory, LayoutPrompt prompt) {
        this.texts = texts;
        this.filters = new FilterModel(texts, Clock.system(ZoneId.systemDefault()), work, this::filterBy);
        this.layouts = new LayoutModel(memory, work, prompt);
        this.views = new SavedViewsModel(layouts, filters, prompt, this::arrange);
        this.check = new FilterCheck(store, work);
        this.reading = new RowReading(store, work, texts, this::nothing, this::say);
        selected.subscribe(key -> {
            // Rows without a key belong to no record.
            if (key.isPresent() || table.get().flatMap(Table::rowKey).isPresent()) {
                cells.follow(key);
            }
        });
        cells.currentProperty()
                .subscribe(
                        cell -> cell.flatMap(CurrentCell::key).map(Optional::of).ifPresent(this::select));
    }

    /** Returns the request for a table's first page, in the order of its key. */
    public static PageRequest firstPage(TableId table) {
        return PageRequest.first(table, List.of(), PAGE);
    }

    /** Shows a table's rows from the first, in the order in which they were shown the last time. */
    public void show(Table shown) {
        begin(shown);
        reloadFromFirst();
    }

    /**
     * Shows those rows alone that hold some values, from the first.
     *
     * @param values by column, none of them NULL
     */
    public void showWithin(Table shown, Row values) {
        begin(Optional.of(shown), Optional.of(values));
        reloadFromFirst();
    }

    /** What the rows shown hold, whatever the filter; empty where they are those of the whole table. */
    public ReadOnlyObjectProperty<Optional<Row>> within() {
        return within.getReadOnlyProperty();
    }

    /**
     * Shows a table whose first rows have been read.
     *
     * @param page the result of {@link #firstPage}
     */
    public void show(Table shown, Page page) {
        begin(shown);
        if (!filter.get().isEmpty() || !sort.isEmpty()) {
            reloadFromFirst();
            return;
        }
        show(page);
        reading.done();
    }

    /** Shows no table. */
    public void showNothing() {
        begin(Optional.empty());
        reading.nothing();
    }

    /** Says that rows are being read while a job looks up the table to show, if there is none yet. */
    public void await(Job lookup) {
        if (table.get().isEmpty()) {
            reading.await(lookup);
        }
    }

    /** Shows why a table cannot be read, in place of its columns and rows. */
    public void showUnreadable(ReadOutcome.Unreadable<?> why) {
        begin(Optional.empty());
        reading.nothing(why);
    }

    private void begin(Table shown) {
        begin(Optional.of(shown));
    }

    private void begin(Optional<Table> shown) {
        begin(shown, Optional.empty());
    }

    private void begin(Optional<Table> shown, Optional<Row> values) {
        sort = layouts.show(shown).order();
        filter.set(filters.show(shown));
        check.clear();
        window.clear();
        count.set("");
        selected.set(Optional.empty());
        cells.clear();
        cells.show(shown.map(Table::columns).orElse(List.of()));
        table.set(shown);
        within.set(values);
        scope.set(shown.map(now -> request(PAGE)));
    }

    /** Shows the rows in another order, from the first. */
    public void sortBy(List<Sort> order) {
        sort = List.copyOf(order);
        layouts.sort(sort);
        cells.reordered();
        scope.set(table.get().map(now -> request(PAGE)));
        reloadFromFirst();
    }

    /** Shows only the rows that a filter lets through, from the first. */
    public void filterBy(RowFilter those) {
        reading.giveWay();
        filter.set(those);
        cells.filtered();
        scope.set(table.get().map(now -> request(PAGE)));
        reloadFromFirst();
    }

    /** Shows the rows that a filter lets through in the order of the layout. */
    private void arrange(RowFilter those) {
        sort = layouts.layout().get().order();
        filterBy(those);
    }

    /** Reads no further; the rows shown stay. */
    public void stop() {
        reading.abandon();
    }

    /** The filter as it is being typed. */
    public FilterModel filters() {
        return filters;
    }

    /** How the table is laid out. */
    public LayoutModel layouts() {
        return layouts;
    }

    /** The views of the table that are kept by name. */
    public SavedViewsModel views() {
        return views;
    }

    /** Which rows of the table are shown. */
    public ReadOnlyObjectProperty<RowFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** Reads the rows shown so far again. */
    public void refresh() {
        if (table.get().isPresent()) {
            PageRequest again = request(Math.max(PAGE, rows().size()));
            OptionalLong before = window.before();
            reload(window.previous().map(again::after).orElse(again), page -> show(page, before));
        }
    }

    /** Reads the next page, if there is one and none is being read already. */
    public void loadMore() {
        loadMore(() -> {});
    }

    /** The same, and then does something with them. */
    public void loadMore(Runnable then) {
        window.next()
                .ifPresent(after -> load(request(PAGE).after(after), page -> {
                    window.append(page);
                    then.run();
                }));
    }

    /** Whether the table has rows after those loaded. */
    public boolean hasMore() {
        return window.next().isPresent();
    }

    /** Whether the table has rows before those loaded. */
    public boolean hasBefore() {
        return window.previous().isPresent();
    }

    /** Reads the page before the first row, if there is one and none is being read already. */
    public void loadBefore() {
        loadBefore(() -> {});
    }

    /** The same, and then does something with them. */
    public void loadBefore(Runnable then) {
        window.previous()
                .ifPresent(before -> load(request(PAGE).before(before), page -> {
                    window.prepend(page);
                    then.run();
                }));
    }

    private void load(PageRequest page, Consumer<Page> then) {
        if (!reading.underWay().get()) {
            read(page, then);
        }
    }

    /** Which rows are shown, in which order: the request for the first of them; empty when no table is shown. */
    public ReadOnlyObjectProperty<Optional<PageRequest>> scope() {
        return scope.getReadOnlyProperty();
    }

    /** Asks for the rows after those loaded; empty where there are none, or nobody knows. */
    public Optional<PageRequest> further() {
        return window.next().flatMap(place -> scope.get().map(first -> first.after(place)));
    }

    /**
     * Asks for a row and those after it.
     *
     * @param row as a page has it: where it has only the beginning of a long text, some rows before it may come as well
     */
    public PageRequest from(Row row) {
        Row place = sort.stream()
                .map(Sort::column)
                .reduce(Row.EMPTY, (some, column) -> some.with(column, row.get(column)), Row::withAll)
                .withAll(keyOf(row).map(RecordKey::columns).orElse(Row.EMPTY));
        return request(PAGE).after(Position.before(place));
    }

    /** How many rows of the table are before the first one loaded; empty while nobody knows. */
    OptionalLong before() {
        return window.before();
    }

    /** Says how many rows are before the first one of a landing, unless other rows are shown by now. */
    void number(Landing landing, long rows) {
        if (landed.filter(landing::equals).isPresent()) {
            window.number(Math.max(0, rows + window.before().orElse(0) - landing.before()));
            numbered.set(numbered.get() + 1);
        }
    }

    /** Counts how often the number of the first row was learnt after it was shown. */
    ReadOnlyIntegerProperty numbered() {
        return numbered.getReadOnlyProperty();
    }

    /** Counts the landings. */
    ReadOnlyIntegerProperty landings() {
        return landings.getReadOnlyProperty();
    }

    /** Whether the rows asked for last have been read. */
    boolean answered() {
        return reading.answered();
    }

    /** Whether there are more rows than those loaded. */
    boolean more() {
        return window.previous().isPresent() || window.next().isPresent();
    }

    /** Shows other rows in place of those loaded; the newest landing asked for wins. */
    void land(BiFunction<RecordStore, PageRequest, Landing> task, Consumer<Landing> then) {
        scope.get().ifPresent(request -> {
            read(Purpose.PLACE, request, from -> task.apply(from, request), now -> {
                window.show(now.page(), OptionalLong.of(now.before()));
                landed = Optional.of(now);
                landings.set(landings.get() + 1);
                then.accept(now);
            });
        });
    }

    /** The current cell and what is selected with it. */
    public CellSelection cells() {
        return cells;
    }

    /**
     * Goes to the first row of the table.
     *
     * @param extend whether the selection is extended to it; otherwise it becomes the current row
     */
    public void goToFirst(boolean extend) {
        if (window.previous().isEmpty() && reading.answered()) {
            arrive(0, extend);
        } else {
            goTo(request -> request, () -> arrive(0, extend));
        }
    }

    /**
     * Goes to the last row of the table, however many there are.
     *
     * @param extend whether the selection is extended to it; otherwise it becomes the current row
     */
    public void goToLast(boolean extend) {
        if (window.next().isEmpty() && reading.answered()) {
            arrive(rows().size() - 1, extend);
        } else {
            goTo(PageRequest::last, () -> arrive(rows().size() - 1, extend));
        }
    }

    /** Goes to a column of the row after the last one, in which a new record is begun. */
    void goToFresh(String column) {
        if (window.next().isEmpty() && reading.answered()) {
            cells.go(shown().size() - 1, column);
        } else {
            // What is typed before the row is there must not go into another record.
            select(Optional.empty());
            goTo(PageRequest::last, () -> cells.go(shown().size() - 1, column));
        }
    }

    private void arrive(int index, boolean extend) {
        if (extend) {
            cells.extendToRow(index);
        } else {
            cells.goToRow(index);
        }
    }

    private void reloadFromFirst() {
        if (table.get().isPresent()) {
            reload(request(PAGE), this::show);
        }
    }

    private void goTo(UnaryOperator<PageRequest> end, Runnable then) {
        window.detach();
        if (table.get().isPresent()) {
            read(end.apply(request(PAGE)), page -> {
                show(page);
                then.run();
            });
        }
    }

    /** Shows the rows around a record that is not among those loaded. */
    public void reveal(Snapshot record) {
        boolean ofThisTable =
                table.get().map(Table::id).equals(Optional.of(record.key().table()));
        boolean more = window.previous().isPresent() || window.next().isPresent();
        if (!ofThisTable || indexOf(record.key()) >= 0 || !more || !filter.get().isEmpty()) {
            reading.stayHere();
            put(record);
            return;
        }
        Row around = sort.stream()
                .map(Sort::column)
                .reduce(
                        Row.EMPTY,
                        (row, column) -> row.with(column, record.row().get(column)),
                        Row::withAll)
                .withAll(record.key().columns());
        PageRequest request = request(PAGE).after(Position.before(around));
        read(Purpose.RECORD, request, from -> from.page(request), page -> {
            show(page);
            put(record);
        });
    }

    private void reload(PageRequest request, Consumer<Page> then) {
        // Until the rows have been read in the new order, the pages around them are not known.
        window.detach();
        check.clear();
        read(request, then);
    }

    private void show(Page page) {
        show(page, page.previous().isEmpty() ? OptionalLong.of(0) : OptionalLong.empty());
    }

    private void show(Page page, OptionalLong before) {
        landed = Optional.empty();
        window.show(page, before);
    }

    private PageRequest request(int limit) {
        return PageRequest.first(table.get().map(Table::id).orElseThrow(), sort, limit)
                .where(lettingThrough());
    }

    private RowFilter lettingThrough() {
        return within.get().map(filter.get()::within).orElseGet(filter::get);
    }

    private void read(PageRequest request, Consumer<Page> then) {
        read(Purpose.ROWS, request, from -> from.page(request), then);
    }

    private <T> void read(Purpose purpose, PageRequest request, Function<RecordStore, T> task, Consumer<T> then) {
        reading.read(
                purpose,
                request.table().name(),
                task,
                read -> {
                    then.accept(read);
                    say();
                },
                this::unread);
    }

    /** Rows that can no longer be read are not shown; those read before a connection was lost are. */
    private void unread(ReadOutcome.Unreadable<?> why) {
        if (why.why() == ReadOutcome.Reason.NOT_PERMITTED || why.why() == ReadOutcome.Reason.NOT_CARRIED_OUT) {
            window.clear();
            count.set("");
        }
    }

    /** Why a table that was read has no rows to show. */
    private String nothing() {
        return filter.get().isEmpty()
                ? texts.get(within.get().isEmpty() ? "browse.rows.none" : "browse.rows.none.related")
                : filters.nothingFound();
    }

    private void say() {
        if (reading.underWay().get()) {
            return;
        }
        if (rows().isEmpty() && !reading.answered()) {
            count.set("");
            return;
        }
        if (reading.stopped()) {
            String complaint = reading.complaint();
            count.set(complaint.isEmpty() ? texts.get("browse.count.unread", rows().size()) : complaint);
            return;
        }
        boolean above = window.previous().isPresent();
        boolean below = window.next().isPresent();
        String words = above
                ? below ? "browse.count.both" : "browse.count.above"
                : below ? "browse.count.more" : "browse.count.all";
        count.set(texts.get(words, rows().size()));
    }

    /** Selects a record, whether its row is loaded or not. */
    public void select(Optional<RecordKey> key) {
        selected.set(key);
    }

    /** The record whose row is selected. */
    public ReadOnlyObjectProperty<Optional<RecordKey>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** Shows the present state of a record; a record that is not shown yet becomes the first row. */
    public void put(Snapshot snapshot) {
        table.get().filter(shown -> shown.id().equals(snapshot.key().table())).ifPresent(shown -> {
            window.put(snapshot.key(), Preview.of(snapshot.row(), shown));
            check.look(snapshot.key(), lettingThrough());
            say();
        });
    }

    /** Shows a record that was new before: where its row was, or as the first row. */
    public void add(Snapshot snapshot) {
        table.get()
                .filter(shown -> shown.id().equals(snapshot.key().table()))
                .ifPresent(shown -> window.add(snapshot.key(), Preview.of(snapshot.row(), shown)));
        put(snapshot);
    }

    /** Replaces the row of a record that was loaded under a key with its present state, which may have another key. */
    public void replace(RecordKey before, Snapshot snapshot) {
        if (!before.equals(snapshot.key())) {
            cells.renamed(before, snapshot.key());
            remove(before);
        }
        put(snapshot);
    }

    /** Removes a record from the rows shown. */
    public void remove(RecordKey key) {
        if (window.remove(key)) {
            say();
        }
    }

    /** The position of a record among the rows loaded; -1 when it is not. */
    public int indexOf(RecordKey key) {
        return window.indexOf(key);
    }

    /** The row of a record, as it is loaded; empty when it is not. */
    public Optional<Row> row(RecordKey key) {
        int place = indexOf(key);
        return place < 0 ? Optional.empty() : Optional.of(rows().get(place));
    }

    /** Returns the key of the record a row belongs to, and for a new record what names its row; empty where the table has no key. */
    public Optional<RecordKey> keyOf(Row row) {
        return table.get().flatMap(shown -> EditId.New.of(row)
                .map(fresh -> fresh.rowIn(shown.id()))
                .or(() ->
                        shown.rowKey().map(Key::columns).map(columns -> new RecordKey(shown.id(), row.only(columns)))));
    }

    /** The records that are shown although the filter lets them through no more. */
    public ObservableSet<RecordKey> outside() {
        return check.outside();
    }

    /** The rows loaded so far. */
    public ObservableList<Row> rows() {
        return window.loaded();
    }

    /** The rows loaded so far, and after the table's last row those of new records. */
    public ObservableList<Row> shown() {
        return window.rows();
    }

    /**
     * Shows the rows of new records after the table's last row.
     *
     * @param rows the last of them is empty
     * @param emptyAlone whether the empty one is shown where there is no other row
     */
    void fresh(List<Row> rows, boolean emptyAlone) {
        window.fresh(rows, emptyAlone);
    }

    /** The table shown. */
    public ReadOnlyObjectProperty<Optional<Table>> table() {
        return table.getReadOnlyProperty();
    }

    /** Whether rows are being read. */
    public ReadOnlyBooleanProperty loading() {
        return reading.underWay();
    }

    /** The text that says why no rows are shown. */
    public ReadOnlyStringProperty emptiness() {
        return reading.emptiness();
    }

    /** The text that says how many rows are loaded and whether there are more. */
    public ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }
}
