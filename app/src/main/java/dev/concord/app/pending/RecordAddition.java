package dev.concord.app.pending;

import dev.concord.catalog.Table;
import java.util.Map;

/**
 * What is to stand in some fields of a new record. Immutable.
 *
 * @param inputs by column; for the other columns the database decides
 */
public record RecordAddition(Table table, Map<String, FieldInput> inputs) {

    public RecordAddition {
        inputs = Map.copyOf(inputs);
    }
}
