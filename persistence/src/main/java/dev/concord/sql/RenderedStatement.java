package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.ColumnNames;
import java.util.List;

/**
 * A statement rendered once and run many times. Immutable.
 *
 * @param sql its text, a {@code ?} for each parameter
 * @param reads the columns of its result, in order; none for a statement without a result
 * @param names the names of those columns, which all its rows share
 * @param marked those among them whose values may be too large; a column with their size and digest follows for each, in this order
 */
public record RenderedStatement(String sql, List<Column> reads, ColumnNames names, List<Column> marked) {

    public RenderedStatement(String sql, List<Column> reads, List<Column> marked) {
        this(
                sql,
                List.copyOf(reads),
                ColumnNames.of(reads.stream().map(Column::name).toList()),
                List.copyOf(marked));
    }

    /** Makes a statement none of whose values can be too large. */
    public RenderedStatement(String sql, List<Column> reads) {
        this(sql, reads, List.of());
    }
}
