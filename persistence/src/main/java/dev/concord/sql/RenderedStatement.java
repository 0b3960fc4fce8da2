package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.ColumnNames;
import java.util.List;

/**
 * A statement rendered once and run many times.
 *
 * @param sql its text, a {@code ?} for each parameter
 * @param reads the columns each row of its result delivers, in order; none for a statement without a result
 * @param names the names of those columns, which all its rows share
 * @param marked those among them whose values may be too large; what tells so follows the columns, in this order
 */
public record RenderedStatement(String sql, List<Column> reads, ColumnNames names, List<Column> marked) {

    public RenderedStatement(String sql, List<Column> reads, List<Column> marked) {
        this(
                sql,
                List.copyOf(reads),
                ColumnNames.of(reads.stream().map(Column::name).toList()),
                List.copyOf(marked));
    }

    /** A statement none of whose values can be too large. */
    public RenderedStatement(String sql, List<Column> reads) {
        this(sql, reads, List.of());
    }
}
