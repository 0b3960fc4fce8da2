package dev.concord.catalog;

import java.util.List;

/**
 * A primary or unique key.
 *
 * @param name the constraint's name; empty when the database has none
 * @param columns in key order, never empty
 * @param primary whether it is the primary key
 */
public record Key(String name, List<String> columns, boolean primary) {
    public Key {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A key needs at least one column: " + name);
        }
    }
}
