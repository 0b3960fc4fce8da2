package dev.concord.app.cells;

import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A rectangle of cells as it stands in the grid. It takes the same memory however many rows it has. Immutable.
 *
 * @param rows which rows
 * @param columns which columns, in the order of the grid; never empty
 */
public record CellRectangle(Rows rows, List<Column> columns) {
    public CellRectangle {
        columns = List.copyOf(columns);
    }

    /** Some rows of a table, in the order in which the grid shows them. */
    public sealed interface Rows {}

    /** Every row that the filter lets through. */
    public record EveryRow() implements Rows {}

    /**
     * The rows from one to another, both included.
     *
     * @param loaded those of them that are loaded, in order
     * @param complete whether these are all
     * @param count how many rows there are; empty while nobody knows
     */
    public record RowRange(End first, End last, List<Row> loaded, boolean complete, OptionalLong count)
            implements Rows {}

    /**
     * A row at an end of a range.
     *
     * @param row as the grid showed it last
     * @param key its record; empty where the table has no key
     */
    public record End(Row row, Optional<RecordKey> key) {}
}
