package dev.concord.app.reference;

import dev.concord.record.Row;
import java.util.stream.Collectors;

/**
 * A row another row refers to.
 *
 * @param columns the referring columns with the values that lead to it
 * @param label its name to display; empty when the table has only its key
 */
public record TargetRow(Row columns, String label) {

    /** Its key as text; the values are separated by commas. */
    public String key() {
        return columns.values().values().stream().map(value -> value.text()).collect(Collectors.joining(", "));
    }
}
