package dev.concord.catalog;

import java.util.List;

/**
 * A check constraint.
 *
 * @param name the constraint's name; empty when the database has none
 * @param expression the condition as the database writes it
 * @param columns the columns the expression mentions, as far as they can be found in it
 */
public record Check(String name, String expression, List<String> columns) {
    public Check {
        columns = List.copyOf(columns);
    }
}
