package dev.concord.catalog;

import java.util.List;

/**
 * A reference from some columns of a table to a key of another.
 *
 * @param name the constraint's name; empty when the database has none
 * @param columns the referring columns, in key order
 * @param target the table referred to
 * @param targetColumns the columns referred to, position by position
 */
public record ForeignKey(String name, List<String> columns, TableId target, List<String> targetColumns) {
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
