package dev.concord.app.pending;

import dev.concord.catalog.Table;
import java.util.Map;
import java.util.Optional;

/**
 * What is to stand in some fields of a new record. Immutable.
 *
 * @param id the record, which may have been begun already; empty for one that nobody has named yet
 * @param inputs by column; for the other columns the database decides
 */
public record RecordAddition(Table table, Optional<EditId.New> id, Map<String, FieldInput> inputs) {

    public RecordAddition {
        inputs = Map.copyOf(inputs);
    }
}
