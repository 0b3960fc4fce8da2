package dev.concord.app.paste;

import dev.concord.app.pending.EditableColumns;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import java.util.List;

/**
 * The cells to change. Immutable.
 *
 * @param editable the table, and which of its columns can be changed
 * @param rows the rows from the first cell downwards
 * @param columns the columns shown, from that of the first cell to the last of the grid; never empty
 * @param width how many of the columns are selected, at least 1
 */
public record PasteTarget(EditableColumns editable, RowRun rows, List<Column> columns, int width) {

    public PasteTarget {
        columns = List.copyOf(columns);
    }

    /** The table whose rows these are. */
    public Table table() {
        return editable.table();
    }

    /** The columns that are selected. */
    public List<Column> selected() {
        return columns.subList(0, width);
    }
}
