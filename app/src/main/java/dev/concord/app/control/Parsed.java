package dev.concord.app.control;

import dev.concord.record.Value;

/** What typed text means for a column; switch over it exhaustively. */
public sealed interface Parsed {

    /** The text is a value of the column's type. */
    record Read(Value value) implements Parsed {}

    /**
     * The text is no value of the column's type.
     *
     * @param sentence one sentence to display: what was expected, with an example
     */
    record Unreadable(String sentence) implements Parsed {}
}
