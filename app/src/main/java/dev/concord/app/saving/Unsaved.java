package dev.concord.app.saving;

import dev.concord.app.pending.WriteMark;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;

/**
 * A record with edits, to be saved together with others. Immutable.
 *
 * @param title the record's name to display
 * @param table the record's table
 * @param draft what was changed, or a new record, or one to be deleted
 * @param readable whether every field holds a value; a record with text that is no value yet cannot be sent
 * @param mark notes on the disk when it is written
 */
public record Unsaved(String title, Table table, Draft draft, boolean readable, WriteMark mark) {

    /** Whether it is to be deleted. */
    boolean deleted() {
        return draft.deleted();
    }

    /** Whether it is not in the database yet. */
    boolean isNew() {
        return draft.base().isEmpty();
    }
}
