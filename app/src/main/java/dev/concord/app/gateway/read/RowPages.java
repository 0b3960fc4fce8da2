package dev.concord.app.gateway.read;

import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.query.Position;
import dev.concord.query.RowMark;
import dev.concord.query.WholePage;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one part of a collection, read some at a time, so that memory does not grow with their number. For one thread.
 */
final class RowPages {
    /** Rows read by one query. */
    private static final int CHUNK = 100;

    /** Rows read by one query that has to count off all before them. */
    private static final int COUNTED_CHUNK = 500;

    private final RecordStore store;
    private final PageRequest order;
    private final long before;
    private final long most;

    private Position place;
    private Optional<Position> previous = Optional.empty();
    private Optional<Position> next = Optional.empty();
    private long read;
    private boolean begun;

    private RowPages(RecordStore store, PageRequest order, Position place, long before, long most) {
        this.store = store;
        this.order = order;
        this.place = place;
        this.before = before;
        this.most = most;
    }

    /**
     * Finds the beginning of a part.
     *
     * @param order the order and filter
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    static RowPages of(RecordStore store, PageRequest order, PageSelection page) {
        return switch (page.start()) {
            case PageSelection.Offset(long rows) ->
                new RowPages(store, order, after(store, order, rows), rows, page.limit());
            case PageSelection.After(Cursor cursor) ->
                new RowPages(store, order, place(store, order, cursor), cursor.rows(), page.limit());
            case PageSelection.Before(Cursor cursor) -> before(store, order, cursor, page.limit());
        };
    }

    /** Only previews are read backwards, to find the place where whole rows are read from, forwards. */
    private static RowPages before(RecordStore store, PageRequest order, Cursor cursor, int limit) {
        Position end = place(store, order, cursor);
        Page page = store.page(order.limit(limit).before(end));
        int rows = page.rows().size();
        if (rows == 0) {
            return none(store, order, end);
        }
        return new RowPages(
                store,
                order,
                page.previous().orElse(Position.End.FIRST),
                page.previous().isPresent() ? Math.max(0, cursor.rows() - rows) : 0,
                rows);
    }

    /** No rows are before a place: those that were there have been deleted. The next part begins there. */
    private static RowPages none(RecordStore store, PageRequest order, Position end) {
        RowPages pages = new RowPages(store, order, end, 0, 0);
        pages.begun = true;
        pages.next = Optional.of(end);
        return pages;
    }

    private static Position place(RecordStore store, PageRequest order, Cursor cursor) {
        return cursor.beside().<Position>map(place -> place).orElseGet(() -> after(store, order, cursor.rows()));
    }

    private static Position after(RecordStore store, PageRequest order, long rows) {
        return rows == 0
                ? Position.End.FIRST
                : store.places()
                        .mark(order, RowMark.START, rows)
                        .map(RowMark::position)
                        .orElseGet(() -> new Position.Counted(rows, true));
    }

    /**
     * Reads on.
     *
     * @return no rows after the last one
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    List<Snapshot> some() {
        long missing = most - read;
        if (missing <= 0 || (begun && next.isEmpty())) {
            return List.of();
        }
        int chunk = place instanceof Position.Counted ? COUNTED_CHUNK : CHUNK;
        WholePage page =
                store.wholePage(order.limit((int) Math.min(missing, chunk)).after(place));
        if (!begun) {
            previous = page.previous();
        }
        begun = true;
        read += page.rows().size();
        next = page.next();
        place = next.orElse(Position.End.LAST);
        return page.rows();
    }

    /** Whether nothing is left to be read. */
    boolean done() {
        return begun && (next.isEmpty() || read >= most);
    }

    /** How many rows were read. */
    long count() {
        return read;
    }

    /** About how many rows are before the first one. */
    long offset() {
        return before;
    }

    /** Where the part before this one ends; empty where there is none. */
    Optional<Cursor> previous() {
        return previous.map(position -> Cursor.of(position, before));
    }

    /** Where the next part begins, once this one is done; empty after the last row. */
    Optional<Cursor> next() {
        return next.map(position -> Cursor.of(position, before + read));
    }
}
