package dev.concord.app.browse;

import dev.concord.app.cells.GridRows;
import dev.concord.query.Page;
import dev.concord.query.Position;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rows of a table that are loaded: some pages in a row, out of any number. A page added at one end pushes the farthest out at
 * the other, so that it takes the same memory however far one scrolls. After the table's last row, new records have rows as well. FX
 * thread only.
 */
final class RowWindow implements GridRows {
    /** So many rows are kept at least, and at most one page more. */
    static final int MOST = 2_000;

    private final Function<Row, Optional<RecordKey>> keys;
    /** Those that are in the database. */
    private final ObservableList<Row> loaded = FXCollections.observableArrayList();

    private final ObservableList<Row> readOnly = FXCollections.unmodifiableObservableList(loaded);
    /** Those loaded, and behind them those of new records where the table ends. */
    private final ObservableList<Row> shown = FXCollections.observableArrayList();

    /** The rows of new records; the last one is empty. */
    private List<Row> fresh = List.of();

    private boolean alone;
    private final Deque<Loaded> pages = new ArrayDeque<>();
    /** Records shown first because no page with them has been read. */
    private int ahead;
    /** Records shown last, after the table's last row, because they have been saved there. */
    private int behind;
    /** How many rows of the table are before the first page; empty while nobody knows. */
    private OptionalLong before = OptionalLong.empty();

    /** A page, and how many of its rows are left. */
    private static final class Loaded {
        private final Optional<Position> previous;
        private final Optional<Position> next;
        private int rows;

        Loaded(Page page, int rows) {
            this.previous = page.previous();
            this.next = page.next();
            this.rows = rows;
        }
    }

    /**
     * No rows.
     *
     * @param keys the record a row belongs to
     */
    RowWindow(Function<Row, Optional<RecordKey>> keys) {
        this.keys = keys;
    }

    /** The rows, in order; after the table's last row, those of new records. */
    @Override
    public ObservableList<Row> rows() {
        return shown;
    }

    /** The rows that are in the database, in order: the first ones of all; unmodifiable. */
    ObservableList<Row> loaded() {
        return readOnly;
    }

    @Override
    public Optional<RecordKey> keyOf(Row row) {
        return keys.apply(row);
    }

    @Override
    public boolean above() {
        return previous().isPresent();
    }

    @Override
    public boolean below() {
        return next().isPresent();
    }

    /** Where the page before the first one ends; empty when there is none. */
    Optional<Position> previous() {
        return Optional.ofNullable(pages.peekFirst()).flatMap(first -> first.previous);
    }

    /** Where the page after the last one begins; empty when there is none. */
    Optional<Position> next() {
        return Optional.ofNullable(pages.peekLast()).flatMap(last -> last.next);
    }

    /** Shows nothing. */
    void clear() {
        pages.clear();
        ahead = 0;
        behind = 0;
        before = OptionalLong.of(0);
        loaded.clear();
        shown.clear();
    }

    /** Forgets where the pages around these rows are; the rows stay until others replace them. */
    void detach() {
        pages.clear();
    }

    /** How many rows of the table are before the first one; empty while nobody knows. */
    @Override
    public OptionalLong before() {
        return before;
    }

    /** Says how many rows of the table are before the first one. */
    void number(long rows) {
        before = OptionalLong.of(rows);
    }

    /** Shows one page, before which so many rows are, in place of all. */
    void show(Page page, OptionalLong rowsBefore) {
        before = rowsBefore;
        pages.clear();
        ahead = 0;
        behind = 0;
        pages.add(new Loaded(page, page.rows().size()));
        loaded.setAll(page.rows());
        shown.setAll(joined(page.rows(), freshNow()));
    }

    private static List<Row> joined(List<Row> rows, List<Row> more) {
        return Stream.concat(rows.stream(), more.stream()).toList();
    }

    /** Whether the last row loaded is the last one of the table. */
    private boolean atEnd() {
        return !pages.isEmpty() && next().isEmpty();
    }

    /** Adds the page after the last one. */
    void append(Page page) {
        List<Row> added = unseen(page);
        pages.addLast(new Loaded(page, added.size()));
        insert(loaded.size(), added);
        while (pages.size() > 1 && loaded.size() - pages.getFirst().rows >= MOST) {
            int ofPage = pages.removeFirst().rows;
            int pushedOut = ahead + ofPage;
            ahead = 0;
            before = before.isPresent() ? OptionalLong.of(before.getAsLong() + ofPage) : before;
            delete(0, pushedOut);
        }
        showFresh();
    }

    /** Adds the page before the first one. */
    void prepend(Page page) {
        List<Row> added = unseen(page);
        pages.addFirst(new Loaded(page, added.size()));
        if (page.previous().isEmpty()) {
            before = OptionalLong.of(0);
        } else if (before.isPresent()) {
            before = OptionalLong.of(Math.max(0, before.getAsLong() - added.size()));
        }
        insert(ahead, added);
        while (pages.size() > 1 && loaded.size() - pages.getLast().rows >= MOST) {
            int pushedOut = pages.removeLast().rows + behind;
            behind = 0;
            // The rows of new records stand behind the last page, and go with it.
            showFresh();
            delete(loaded.size() - pushedOut, loaded.size());
        }
    }

    /** Without the rows that are shown already: another program may have moved them meanwhile. */
    private List<Row> unseen(Page page) {
        Set<RecordKey> present = new HashSet<>();
        loaded.forEach(row -> keys.apply(row).ifPresent(present::add));
        return page.rows().stream()
                .filter(row -> keys.apply(row).filter(present::contains).isEmpty())
                .toList();
    }

    /** Shows a row's present state; a record that is not shown yet becomes the first row. */
    void put(RecordKey key, Row row) {
        int index = indexOf(key);
        if (index < 0) {
            ahead++;
            insert(0, List.of(row));
        } else {
            set(index, row);
        }
        showFresh();
    }

    /** Shows a record that was new before: where its row was, after the table's last row, or as the first row. */
    void add(RecordKey key, Row row) {
        if (atEnd() && indexOf(key) < 0) {
            behind++;
            insert(loaded.size(), List.of(row));
        } else {
            put(key, row);
        }
        showFresh();
    }

    /**
     * Shows the rows of new records after the table's last row, whenever that is loaded.
     *
     * @param rows the last of them is empty
     * @param emptyAlone whether the empty one is shown where there is no other row
     */
    void fresh(List<Row> rows, boolean emptyAlone) {
        fresh = List.copyOf(rows);
        alone = emptyAlone;
        showFresh();
    }

    private List<Row> freshNow() {
        boolean hidden = loaded.isEmpty() && fresh.size() == 1 && !alone;
        return hidden || !atEnd() ? List.of() : fresh;
    }

    /** While no page is known nothing is known about the end, and what is shown there stays. */
    private void showFresh() {
        List<Row> wanted = pages.isEmpty() ? fresh : freshNow();
        List<Row> present = shown.subList(loaded.size(), shown.size());
        if (present.equals(wanted) || (pages.isEmpty() && present.isEmpty())) {
            return;
        }
        Set<Row> stay = new HashSet<>(wanted);
        for (int i = shown.size() - 1; i >= loaded.size(); i--) {
            if (!stay.contains(shown.get(i))) {
                shown.remove(i);
            }
        }
        int place = loaded.size();
        for (Row row : wanted) {
            if (place >= shown.size() || !shown.get(place).equals(row)) {
                shown.add(place, row);
            }
            place++;
        }
        shown.remove(place, shown.size());
    }

    /** Removes a record's row, if it is shown. */
    boolean remove(RecordKey key) {
        int index = indexOf(key);
        if (index < 0 || index >= loaded.size()) {
            return false;
        }
        if (index < ahead) {
            ahead--;
        } else if (index >= loaded.size() - behind) {
            behind--;
        } else {
            int place = index - ahead;
            for (Loaded page : pages) {
                if (place < page.rows) {
                    page.rows--;
                    break;
                }
                place -= page.rows;
            }
        }
        delete(index, index + 1);
        showFresh();
        return true;
    }

    private void insert(int at, List<Row> rows) {
        loaded.addAll(at, rows);
        shown.addAll(at, rows);
    }

    private void delete(int from, int to) {
        loaded.remove(from, to);
        shown.remove(from, to);
    }

    private void set(int index, Row row) {
        if (!loaded.get(index).equals(row)) {
            loaded.set(index, row);
            shown.set(index, row);
        }
    }

    /** The place of a record among the rows; -1 when it is not among them. */
    int indexOf(RecordKey key) {
        return IntStream.range(0, shown.size())
                .filter(i -> keys.apply(shown.get(i)).filter(key::equals).isPresent())
                .findFirst()
                .orElse(-1);
    }
}
