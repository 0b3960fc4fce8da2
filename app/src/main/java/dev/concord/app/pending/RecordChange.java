package dev.concord.app.pending;

import dev.concord.catalog.Table;
import dev.concord.record.Snapshot;
import java.util.Map;

/**
 * What is to stand in some fields of one record. Immutable.
 *
 * @param now the record as the database holds it: the base of its edit, unless one is under way
 * @param inputs by column; the other columns stay as they are
 */
public record RecordChange(Table table, Snapshot now, Map<String, FieldInput> inputs) {

    public RecordChange {
        inputs = Map.copyOf(inputs);
    }

    /** Returns the mark that a record is to be deleted at the next save, or not any more. */
    public static RecordChange deletion(Table table, Snapshot now, boolean deleted) {
        return new RecordChange(table, now, Map.of(EditState.DELETION, EditState.deletion(deleted)));
    }
}
