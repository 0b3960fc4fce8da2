package dev.concord.app.pending;

import dev.concord.record.Value;

/**
 * What stands in one field. Immutable.
 *
 * @param value the last readable value
 * @param unreadable the text, while it is no value of the column's type; empty otherwise
 */
public record FieldInput(Value value, String unreadable) {

    /** The text of the field, readable or not. */
    String text() {
        return unreadable.isEmpty() ? value.text() : unreadable;
    }
}
