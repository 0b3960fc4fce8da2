package dev.concord.query;

import dev.concord.catalog.TableId;
import java.util.List;

/**
 * Asks for some rows of a table.
 *
 * @param table the table or view
 * @param sort the order asked for; ties, and an empty list, are settled by the row key
 * @param filter which rows
 * @param position where the page begins; read backwards, where it ends
 * @param direction which way from there
 * @param limit the most rows to deliver, at least 1
 */
public record PageRequest(
        TableId table, List<Sort> sort, RowFilter filter, Position position, Direction direction, int limit) {

    /** One column of the order. NULLs come last, in either direction. */
    public record Sort(String column, boolean ascending) {}

    /** Which way a page is read; its rows are in the order asked for either way. */
    public enum Direction {
        FORWARDS,
        BACKWARDS
    }

    public PageRequest {
        sort = List.copyOf(sort);
    }

    /** Asks for the first rows of a table, all of them unless it is filtered. */
    public static PageRequest first(TableId table, List<Sort> sort, int limit) {
        return new PageRequest(table, sort, RowFilter.NONE, Position.End.FIRST, Direction.FORWARDS, limit);
    }

    /** Asks for the last rows in the same order and under the same filter. */
    public PageRequest last() {
        return before(Position.End.LAST);
    }

    /** Asks for the rows after a place in the same order and under the same filter. */
    public PageRequest after(Position place) {
        return new PageRequest(table, sort, filter, place, Direction.FORWARDS, limit);
    }

    /** Asks for the rows before a place in the same order and under the same filter. */
    public PageRequest before(Position place) {
        return new PageRequest(table, sort, filter, place, Direction.BACKWARDS, limit);
    }

    /** Asks for the first rows, in the same order, of those that the filter lets through. */
    public PageRequest where(RowFilter those) {
        return new PageRequest(table, sort, those, Position.End.FIRST, Direction.FORWARDS, limit);
    }

    /** Asks for as many rows of the same. */
    public PageRequest limit(int rows) {
        return new PageRequest(table, sort, filter, position, direction, rows);
    }

    boolean forwards() {
        return direction == Direction.FORWARDS;
    }
}
