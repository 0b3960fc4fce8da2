package dev.concord.app.edit;

import dev.concord.record.Value;

/**
 * What stands in one field.
 *
 * @param value the last readable value
 * @param unreadable the text, while it is no value of the column's type; empty otherwise
 */
record FieldInput(Value value, String unreadable) {

    /** The text as undo sees it. */
    String text() {
        return unreadable.isEmpty() ? value.text() : unreadable;
    }
}
