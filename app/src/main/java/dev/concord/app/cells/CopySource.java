package dev.concord.app.cells;

import dev.concord.app.pending.EditState;
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import java.util.Map;

/**
 * What is to be copied, as it is when it is asked for. Immutable.
 *
 * @param cells the cells
 * @param pages asks for the first of their rows and those after it; used where not all of them are loaded
 * @param edits what is edited of the table's records, and not saved
 */
record CopySource(CellRectangle cells, PageRequest pages, Map<RecordKey, EditState> edits) {
    CopySource {
        edits = Map.copyOf(edits);
    }
}
