package dev.concord.app.gateway.resource;

import dev.concord.record.Value;

/** What a JSON value or a text means as the value of a column; switch over it exhaustively. */
public sealed interface ValueReading {

    /** It is a value of the column's type, which the column need not be able to hold. */
    record Read(Value value) implements ValueReading {}

    /**
     * It is no value of the column's type.
     *
     * @param detail what was expected, in one sentence
     */
    record Wrong(String detail) implements ValueReading {}
}
