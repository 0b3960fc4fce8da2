package dev.concord.store;

import dev.concord.record.Row;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a table, for looking at: long text is cut and bytes are given as their number, so these rows carry no
 * token and cannot be edited. Call {@link RecordStore#find} for that.
 *
 * @param rows in the order asked for
 * @param next where the next page starts; empty after the last row
 */
public record Page(List<Row> rows, Optional<Position> next) {
    public Page {
        rows = List.copyOf(rows);
    }
}
