package dev.concord.app.paste;

import dev.concord.catalog.Column;
import java.util.List;

/**
 * What to do with which rows. Immutable.
 *
 * @param source what cells are to be changed to
 * @param columns the columns that the cells of a row of the source go into, in their order
 * @param rows the rows to change, in order
 */
record PastePlan(CellSource source, List<Column> columns, List<PlacedRow> rows) {

    PastePlan {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row to change.
     *
     * @param place its place in the preview
     * @param from the row of the source that goes into it
     */
    record PlacedRow(int place, int from, RowToChange row) {}
}
