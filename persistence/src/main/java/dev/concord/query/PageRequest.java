package dev.concord.query;

import dev.concord.catalog.TableId;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the next rows of a table.
 *
 * @param table the table or view
 * @param sort the order asked for; ties, and an empty list, are settled by the row key
 * @param after where the previous page ended; empty for the first page
 * @param limit the most rows to deliver, at least 1
 */
public record PageRequest(TableId table, List<Sort> sort, Optional<Position> after, int limit) {

    /** One column of the order. NULLs come last, in either direction. */
    public record Sort(String column, boolean ascending) {}

    public PageRequest {
        sort = List.copyOf(sort);
    }
}
