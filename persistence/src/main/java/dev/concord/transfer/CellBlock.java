package dev.concord.transfer;

import dev.concord.catalog.Column;
import dev.concord.record.Row;
import java.util.List;

/**
 * A block of cells to be written as text. Immutable.
 *
 * @param columns the columns, in order
 * @param rows the rows, in order, with whole values of these columns
 */
public record CellBlock(List<Column> columns, List<Row> rows) {
    public CellBlock {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The names of the columns. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
