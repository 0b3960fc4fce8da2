package dev.concord.query;

import dev.concord.record.Row;
import java.util.List;

/**
 * Which rows are read: those that meet the condition of every column named.
 *
 * @param columns all of them have to hold, also where several are of one column; none lets every row through
 * @param search what any text column has to contain besides, without regard to case; empty for no such search
 * @param among the rows hold the values of one of these besides, as the database compares them; all of these have the same columns. Empty for
 *     no such condition
 */
public record RowFilter(List<ColumnCondition> columns, String search, List<Row> among) {

    /** Lets every row through. */
    public static final RowFilter NONE = new RowFilter(List.of(), "");

    public RowFilter {
        columns = List.copyOf(columns);
        among = List.copyOf(among);
    }

    /** A filter by conditions of columns and a search. */
    public RowFilter(List<ColumnCondition> columns, String search) {
        this(columns, search, List.of());
    }

    /** Lets those rows through that hold the values of one of some others, of which there is at least one. */
    public static RowFilter among(List<Row> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A row cannot be among none");
        }
        return new RowFilter(List.of(), "", values);
    }

    /**
     * This filter for those rows alone that hold some values besides.
     *
     * @param values at least one; takes the place of those rows have to be among
     */
    public RowFilter within(Row values) {
        return new RowFilter(columns, search, List.of(values));
    }

    /** Whether every row is let through. */
    public boolean isEmpty() {
        return columns.isEmpty() && search.isEmpty() && among.isEmpty();
    }
}
