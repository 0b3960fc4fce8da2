package dev.concord.outcome;

import java.util.List;

/**
 * One constraint a write would have broken.
 *
 * @param kind what sort of rule
 * @param columns the columns it concerns, empty when the database does not say
 * @param constraint the constraint's name; empty when unknown
 * @param detail the database's own message, for the Details link
 */
public record Violation(Kind kind, List<String> columns, String constraint, String detail) {

    /** What sort of rule was broken. */
    public enum Kind {
        NOT_NULL,
        UNIQUE,
        FOREIGN_KEY,
        /** Other rows still refer to the row that was to be deleted or re-keyed. */
        STILL_REFERENCED,
        CHECK,
        TOO_LONG,
        OUT_OF_RANGE,
        /** The text is not a value of the column's type. */
        TYPE,
        /** The text has a character that cannot be stored in the column; {@link Violation#detail()} is the character. */
        CHARACTER,
        /** A trigger or rule with a message of its own; see {@link Violation#detail()}. */
        OTHER
    }

    public Violation {
        columns = List.copyOf(columns);
    }
}
