package dev.concord.record;

import dev.concord.catalog.TableId;
import java.util.stream.Collectors;

/**
 * Names one row: its table and the values of the table's row key, in key order.
 *
 * @param table the table
 * @param columns the key columns with their values
 */
public record RecordKey(TableId table, Row columns) {

    /** Returns the key's values for people: {@code 4711}, or {@code 17 / 3} for a key of two columns. */
    public String label() {
        return columns.values().values().stream().map(Value::text).collect(Collectors.joining(" / "));
    }
}
