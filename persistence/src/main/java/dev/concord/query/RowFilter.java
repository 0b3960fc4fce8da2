package dev.concord.query;

import java.util.List;

/**
 * Which rows are read: those that meet the condition of every column named.
 *
 * @param columns all of them have to hold, also where several are of one column; none lets every row through
 * @param search what any text column has to contain besides, without regard to case; empty for no such search
 */
public record RowFilter(List<ColumnCondition> columns, String search) {

    /** Lets every row through. */
    public static final RowFilter NONE = new RowFilter(List.of(), "");

    public RowFilter {
        columns = List.copyOf(columns);
    }

    /** Whether every row is let through. */
    public boolean isEmpty() {
        return columns.isEmpty() && search.isEmpty();
    }
}
