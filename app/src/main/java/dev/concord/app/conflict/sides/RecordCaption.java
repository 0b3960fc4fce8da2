package dev.concord.app.conflict.sides;

import dev.concord.app.control.Caption;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;

/** What a record is called in a sentence: its table and its key, such as {@code Customer 42}. */
public final class RecordCaption {
    private RecordCaption() {}

    public static String of(RecordKey key) {
        return of(key.table(), key.label());
    }

    /**
     * The same for a record of which only the key's text is known.
     *
     * @param key the key's values, separated by commas
     */
    public static String of(TableId table, String key) {
        return Caption.of(table.name()) + " " + key;
    }
}
