package dev.concord.record;

import java.util.List;

/**
 * A statement as a person reads it: its text, and what is bound to each of its parameters. Immutable.
 *
 * @param sql a {@code ?} for each parameter
 * @param bound in the order of the parameters
 */
public record StatementText(String sql, List<Bound> bound) {

    /** A column and the value that is bound for it. */
    public record Bound(String column, Value value) {}

    public StatementText {
        bound = List.copyOf(bound);
    }
}
