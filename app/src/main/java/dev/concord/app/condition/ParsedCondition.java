package dev.concord.app.condition;

import dev.concord.query.ColumnCondition;

/** What a text typed as a column's filter means; switch over it exhaustively. */
public sealed interface ParsedCondition {

    /** Nothing was typed: every row is shown. */
    record Everything() implements ParsedCondition {}

    /** The text is a condition. */
    record Read(ColumnCondition condition) implements ParsedCondition {}

    /**
     * The text is no condition on the column.
     *
     * @param sentence one sentence to display: what was expected, with an example
     */
    record Unreadable(String sentence) implements ParsedCondition {}
}
