package dev.concord.app.condition;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import java.util.List;

/**
 * What has to be known of a column to understand a condition on it.
 *
 * @param column the column
 * @param reference whether a foreign key refers from it to another row, which may have a name
 */
public record FilteredColumn(Column column, boolean reference) {

    /** Returns the columns of a table in its order. */
    public static List<FilteredColumn> of(Table table) {
        return table.columns().stream()
                .map(column ->
                        new FilteredColumn(column, table.foreignKeys().stream().anyMatch(key -> key.columns()
                                .contains(column.name()))))
                .toList();
    }

    /** The column's name. */
    public String name() {
        return column.name();
    }
}
