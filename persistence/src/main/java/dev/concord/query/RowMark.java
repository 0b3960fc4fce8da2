package dev.concord.query;

import dev.concord.record.Row;
import java.util.Optional;

/**
 * How many rows are before one row of a table, in one order and under one filter.
 *
 * @param before how many, at least 0
 * @param values the row's values of the columns of the order; empty after the last row, where {@code before} is the number of all rows
 */
public record RowMark(long before, Optional<Row> values) {

    /** The mark before the first row. */
    public static final RowMark START = new RowMark(0, Optional.of(Row.EMPTY));

    /** Whether there is no row after this place. */
    public boolean atEnd() {
        return values.isEmpty();
    }

    /** Where a page begins with the row. */
    public Position position() {
        return values.<Position>map(row -> row.isEmpty() ? Position.End.FIRST : Position.before(row))
                .orElse(Position.End.LAST);
    }
}
