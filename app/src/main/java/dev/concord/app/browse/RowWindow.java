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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The rows of a table that are loaded: some pages in a row, out of any number. A page added at one end pushes the farthest out at
 * the other, so that it takes the same memory however far one scrolls. FX thread only.
 */
final class RowWindow implements GridRows {
    /** So many rows are kept at least, and at most one page more. */
    static final int MOST = 2_000;

    private final Function<Row, Optional<RecordKey>> keys;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Deque<Loaded> pages = new ArrayDeque<>();
    /** Records shown first because no page with them has been read. */
    private int ahead;
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

    /** The rows, in order. */
    @Override
    public ObservableList<Row> rows() {
        return rows;
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
        before = OptionalLong.of(0);
        rows.clear();
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
        pages.add(new Loaded(page, page.rows().size()));
        rows.setAll(page.rows());
    }

    /** Adds the page after the last one. */
    void append(Page page) {
        List<Row> added = unseen(page);
        pages.addLast(new Loaded(page, added.size()));
        rows.addAll(added);
        while (pages.size() > 1 && rows.size() - pages.getFirst().rows >= MOST) {
            int ofPage = pages.removeFirst().rows;
            int pushedOut = ahead + ofPage;
            ahead = 0;
            before = before.isPresent() ? OptionalLong.of(before.getAsLong() + ofPage) : before;
            rows.remove(0, pushedOut);
        }
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
        rows.addAll(ahead, added);
        while (pages.size() > 1 && rows.size() - pages.getLast().rows >= MOST) {
            int pushedOut = pages.removeLast().rows;
            rows.remove(rows.size() - pushedOut, rows.size());
        }
    }

    /** Without the rows that are shown already: another program may have moved them meanwhile. */
    private List<Row> unseen(Page page) {
        Set<RecordKey> shown = new HashSet<>();
        rows.forEach(row -> keys.apply(row).ifPresent(shown::add));
        return page.rows().stream()
                .filter(row -> keys.apply(row).filter(shown::contains).isEmpty())
                .toList();
    }

    /** Shows a row's present state; a record that is not shown yet becomes the first row. */
    void put(RecordKey key, Row row) {
        int index = indexOf(key);
        if (index < 0) {
            ahead++;
            rows.addFirst(row);
        } else if (!rows.get(index).equals(row)) {
            rows.set(index, row);
        }
    }

    /** Removes a record's row, if it is shown. */
    boolean remove(RecordKey key) {
        int index = indexOf(key);
        if (index < 0) {
            return false;
        }
        if (index < ahead) {
            ahead--;
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
        rows.remove(index);
        return true;
    }

    /** The place of a record among the rows; -1 when it is not among them. */
    int indexOf(RecordKey key) {
        return IntStream.range(0, rows.size())
                .filter(i -> keys.apply(rows.get(i)).filter(key::equals).isPresent())
                .findFirst()
                .orElse(-1);
    }
}
