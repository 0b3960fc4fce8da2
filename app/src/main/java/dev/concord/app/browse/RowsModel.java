package dev.concord.app.browse;

import dev.concord.app.control.ReadText;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;

/**
 * The rows of one table, read page by page while the user scrolls. They are never counted, because counting a large
 * table takes longer than reading its first page. FX thread only.
 */
public final class RowsModel {
    /** The number of rows read at once. */
    static final int PAGE = 200;

    private final RecordStore store;
    private final Work work;
    private final Texts texts;
    private final ReadText words;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Table>> table =
            new ReadOnlyObjectWrapper<>(this, "table", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RecordKey>> selected =
            new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(this, "loading");
    private final ReadOnlyStringWrapper emptiness = new ReadOnlyStringWrapper(this, "emptiness", "");
    private final ListChangeListener<Job> ended = change -> settle();
    /** Records shown first because no page with them has been read; a later page may contain them. */
    private final Set<RecordKey> ahead = new HashSet<>();

    private final ReadOnlyObjectWrapper<RowFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter", RowFilter.NONE);
    private List<Sort> sort = List.of();
    private Optional<Position> next = Optional.empty();
    private Optional<Job> reading = Optional.empty();
    private boolean answered;
    /** Why the rows could not be read; empty when they could, or when nobody knows. */
    private String unreadable = "";

    /** Whether the rows could not be read because the connection was lost. */
    private boolean lost;

    private int generation;

    public RowsModel(RecordStore store, Work work, Texts texts) {
        this.store = store;
        this.work = work;
        this.texts = texts;
        this.words = new ReadText(texts);
        work.running().addListener(new WeakListChangeListener<>(ended));
    }

    /** Returns the request for a table's first page, in the order of its key. */
    public static PageRequest firstPage(TableId table) {
        return PageRequest.first(table, List.of(), PAGE);
    }

    /** Shows a table's rows from the first, in the order of its key. */
    public void show(Table shown) {
        begin(shown);
        reload(PAGE);
    }

    /**
     * Shows a table whose first rows have been read.
     *
     * @param page the result of {@link #firstPage}
     */
    public void show(Table shown, Page page) {
        begin(shown);
        generation++;
        ahead.clear();
        rows.setAll(page.rows());
        answered(page);
        settle();
    }

    /** Shows no table. */
    public void showNothing() {
        begin(Optional.empty());
        generation++;
        answered = false;
        next = Optional.empty();
        reading = Optional.empty();
        settle();
    }

    /** Says that rows are being read while a job looks up the table to show, if there is none yet. */
    public void await(Job lookup) {
        if (table.get().isEmpty()) {
            reading = Optional.of(lookup);
            settle();
        }
    }

    /** Shows why a table cannot be read, in place of its columns and rows. */
    public void showUnreadable(ReadOutcome.Unreadable<?> why) {
        showNothing();
        unreadable = words.of(why);
        settle();
    }

    private void begin(Table shown) {
        begin(Optional.of(shown));
    }

    private void begin(Optional<Table> shown) {
        sort = List.of();
        filter.set(RowFilter.NONE);
        rows.clear();
        count.set("");
        unreadable = "";
        lost = false;
        selected.set(Optional.empty());
        table.set(shown);
    }

    /** Shows the rows in another order, from the first. */
    public void sortBy(List<Sort> order) {
        sort = List.copyOf(order);
        reload(PAGE);
    }

    /** Shows only the rows that a filter lets through, from the first. */
    public void filterBy(RowFilter those) {
        filter.set(those);
        reload(PAGE);
    }

    /** Which rows of the table are shown. */
    public ReadOnlyObjectProperty<RowFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** Reads the rows shown so far again. */
    public void refresh() {
        reload(Math.max(PAGE, rows.size()));
    }

    /** Reads the next page, if there is one and it is not being read already. */
    public void loadMore() {
        table.get().ifPresent(shown -> {
            if (next.isPresent() && !loading.get()) {
                read(shown, next, PAGE, page -> rows.addAll(unseen(page.rows())));
            }
        });
    }

    private List<Row> unseen(List<Row> page) {
        return page.stream()
                .filter(row -> keyOf(row).filter(ahead::contains).isEmpty())
                .toList();
    }

    private void reload(int limit) {
        // Until the rows have been read in the new order, the next page is not known.
        next = Optional.empty();
        table.get()
                .ifPresent(shown -> read(shown, Optional.empty(), limit, page -> {
                    ahead.clear();
                    rows.setAll(page.rows());
                }));
    }

    private void read(Table shown, Optional<Position> after, int limit, Consumer<Page> then) {
        int asked = ++generation;
        answered = false;
        unreadable = "";
        lost = false;
        PageRequest first = PageRequest.first(shown.id(), sort, limit).where(filter.get());
        PageRequest request = after.map(first::after).orElse(first);
        Job job = work.read(
                texts.get("browse.job.rows", shown.id().name()),
                () -> store.reading(from -> from.page(request)),
                outcome -> {
                    if (asked == generation) {
                        switch (outcome) {
                            case ReadOutcome.Read<Page>(Page page) -> {
                                then.accept(page);
                                answered(page);
                            }
                            case ReadOutcome.Unreadable<Page> why -> unread(why);
                        }
                    }
                });
        reading = Optional.of(job);
        settle();
    }

    /** Rows that can no longer be read are not shown; those read before a connection was lost are. */
    private void unread(ReadOutcome.Unreadable<Page> why) {
        lost = why.why() == ReadOutcome.Reason.CONNECTION_LOST;
        unreadable = words.of(why);
        if (why.why() == ReadOutcome.Reason.NOT_PERMITTED || why.why() == ReadOutcome.Reason.NOT_CARRIED_OUT) {
            rows.clear();
            count.set("");
        }
    }

    private void answered(Page page) {
        answered = true;
        next = page.next();
        say();
    }

    /** Updates the state: reading ends with a result, with an error, or because the user stopped waiting. */
    private void settle() {
        boolean underWay = reading.filter(work.running()::contains).isPresent();
        loading.set(underWay);
        boolean explained = !underWay && !unreadable.isEmpty();
        emptiness.set(
                explained
                        ? unreadable
                        : texts.get(
                                underWay
                                        ? "browse.rows.loading"
                                        : answered ? "browse.rows.none" : "browse.rows.unread"));
        if (!underWay && !answered && !rows.isEmpty()) {
            // That the connection is lost is said once in the window, not here as well.
            count.set(explained && !lost ? unreadable : texts.get("browse.count.unread", rows.size()));
        }
    }

    private void say() {
        count.set(texts.get(next.isPresent() ? "browse.count.more" : "browse.count.all", rows.size()));
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
            Row preview = Preview.of(snapshot.row(), shown);
            int index = indexOf(snapshot.key());
            if (index < 0) {
                ahead.add(snapshot.key());
                rows.addFirst(preview);
            } else if (!rows.get(index).equals(preview)) {
                rows.set(index, preview);
            }
            say();
        });
    }

    /** Replaces the row of a record that was loaded under a key with its present state, which may have another key. */
    public void replace(RecordKey before, Snapshot snapshot) {
        if (!before.equals(snapshot.key())) {
            remove(before);
        }
        put(snapshot);
    }

    /** Removes a record from the rows shown. */
    public void remove(RecordKey key) {
        int index = indexOf(key);
        if (index >= 0) {
            rows.remove(index);
            say();
        }
    }

    /** The position of a record among the rows loaded; -1 when it is not. */
    public int indexOf(RecordKey key) {
        return IntStream.range(0, rows.size())
                .filter(i -> keyOf(rows.get(i)).filter(key::equals).isPresent())
                .findFirst()
                .orElse(-1);
    }

    /** Returns the key of the record a row belongs to; empty where the table has no key. */
    public Optional<RecordKey> keyOf(Row row) {
        return table.get()
                .flatMap(shown ->
                        shown.rowKey().map(Key::columns).map(columns -> new RecordKey(shown.id(), row.only(columns))));
    }

    /** The rows loaded so far. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** The table shown. */
    public ReadOnlyObjectProperty<Optional<Table>> table() {
        return table.getReadOnlyProperty();
    }

    /** Whether rows are being read. */
    public ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /** The text that says why no rows are shown. */
    public ReadOnlyStringProperty emptiness() {
        return emptiness.getReadOnlyProperty();
    }

    /** The text that says how many rows are loaded and whether there are more. */
    public ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }
}
