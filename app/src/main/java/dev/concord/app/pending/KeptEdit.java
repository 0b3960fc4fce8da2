package dev.concord.app.pending;

import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.Map;
import java.util.Optional;

/**
 * An edit put aside because the user went to look at something else.
 *
 * @param title names the record for people
 * @param table the record's table
 * @param draft what was changed
 * @param unreadable texts that are no value yet, by column
 */
public record KeptEdit(String title, Table table, Draft draft, Map<String, String> unreadable) {

    public KeptEdit {
        unreadable = Map.copyOf(unreadable);
    }

    /** The record edited; empty for one that is not in the database yet. */
    public Optional<RecordKey> key() {
        return draft.base().map(Snapshot::key);
    }
}
