package dev.concord.store;

import dev.concord.catalog.Column;
import java.util.List;

/**
 * A statement rendered once and run many times.
 *
 * @param sql its text, a {@code ?} for each parameter
 * @param reads the columns each row of its result delivers, in order; none for a statement without a result
 */
record Prepared(String sql, List<Column> reads) {
    Prepared {
        reads = List.copyOf(reads);
    }
}
