package dev.concord.sql;

import dev.concord.catalog.Column;
import java.util.List;

/**
 * The statements that read the marks of too large values of one row after the row itself: for tables with so many columns that
 * no statement can read a mark besides each. A too large value is read as NULL first, so these run for a row with NULLs only.
 * Immutable.
 *
 * @param key the columns that name a row, each of which the caller adds as a condition to each statement
 * @param any returns one column: 1 if the row has a too large value
 * @param marks return the marks, each of some columns
 */
record LaterMarks(List<KeyColumn> key, String any, List<Part> marks) {

    /** A column of the key and its name as a statement has it. */
    record KeyColumn(Column column, String quoted) {}

    /** The statement that reads the marks of some columns, in order. */
    record Part(String sql, List<Column> columns) {
        Part {
            columns = List.copyOf(columns);
        }
    }

    LaterMarks {
        key = List.copyOf(key);
        marks = List.copyOf(marks);
    }
}
