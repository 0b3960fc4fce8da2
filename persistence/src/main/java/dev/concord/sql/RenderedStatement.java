package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.ColumnNames;
import java.util.List;
import java.util.Optional;

/**
 * A statement rendered once and run many times. Immutable.
 *
 * @param sql its text, a {@code ?} for each parameter
 * @param reads the columns of its result, in order; none for a statement without a result
 * @param names the names of those columns, which all its rows share
 * @param marked those among them whose values may be too large; a column with their size and digest follows for each, in this order
 * @param later reads the sizes and digests afterwards, where the statement itself cannot
 */
public record RenderedStatement(
        String sql, List<Column> reads, ColumnNames names, List<Column> marked, Optional<LaterMarks> later) {

    RenderedStatement(String sql, List<Column> reads, List<Column> marked, Optional<LaterMarks> later) {
        this(
                sql,
                List.copyOf(reads),
                ColumnNames.of(reads.stream().map(Column::name).toList()),
                List.copyOf(marked),
                later);
    }

    /** Makes a statement none of whose values can be too large. */
    public RenderedStatement(String sql, List<Column> reads) {
        this(sql, reads, List.of(), Optional.empty());
    }
}
