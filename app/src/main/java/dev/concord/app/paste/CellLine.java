package dev.concord.app.paste;

import dev.concord.app.pending.FieldInput;
import dev.concord.catalog.Column;

/**
 * One line of a preview: a cell that changes, or cannot. Immutable.
 *
 * @param row the place of its record in the run of rows; new records come after all of it
 * @param record names the record
 * @param before what stands in it now
 * @param news whether the database holds another value by now than the grid shows
 */
record CellLine(int row, String record, Column column, FieldInput before, boolean news, CellVerdict verdict) {

    boolean changes() {
        return verdict instanceof CellVerdict.Changes;
    }
}
