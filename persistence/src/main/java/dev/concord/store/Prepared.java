package dev.concord.store;

import dev.concord.catalog.Column;
import java.util.List;

/**
 * A statement rendered once and run many times.
 *
 * @param sql its text, a {@code ?} for each parameter
 * @param reads the columns each row of its result delivers, in order; none for a statement without a result. What it
 *     delivers after them is not read, only named
 * @param names the names of those columns
 */
record Prepared(String sql, List<Column> reads, List<String> names) {

    Prepared(String sql, List<Column> reads) {
        this(sql, List.copyOf(reads), reads.stream().map(Column::name).toList());
    }
}
