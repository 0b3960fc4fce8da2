package dev.concord.app.pending;

import dev.concord.record.Value;

/**
 * What stands in one field. Immutable.
 *
 * @param value the last readable value
 * @param unreadable the text, while it is no value of the column's type; empty otherwise
 * @param added whether the value's difference from the row as read is meant, and not the value: it is added to whatever the
 *     database holds when the record is saved
 */
public record FieldInput(Value value, String unreadable, boolean added) {

    /** A value that is meant as it is. */
    public FieldInput(Value value, String unreadable) {
        this(value, unreadable, false);
    }

    /** Whether another input reads the same in a field. */
    public boolean reads(FieldInput other) {
        return value.equals(other.value) && unreadable.equals(other.unreadable);
    }

    /** The text of the field, readable or not. */
    String text() {
        return unreadable.isEmpty() ? value.text() : unreadable;
    }
}
