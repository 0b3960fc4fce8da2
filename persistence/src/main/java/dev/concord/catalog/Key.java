package dev.concord.catalog;

import java.util.List;

/**
 * A primary or unique key.
 *
 * @param name the constraint's name; empty when the database has none
 * @param columns in key order, never empty
 * @param primary whether it is the primary key
 * @param deferrable whether the database may postpone the check until COMMIT
 * @param bytewise whether its values can be compared byte by byte only, because the database does not know their collation
 */
public record Key(String name, List<String> columns, boolean primary, boolean deferrable, boolean bytewise) {
    public Key {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A key needs at least one column: " + name);
        }
    }

    /** A key that is checked immediately, which is the usual case. */
    public Key(String name, List<String> columns, boolean primary) {
        this(name, columns, primary, false);
    }

    /** A key whose values can be compared. */
    public Key(String name, List<String> columns, boolean primary, boolean deferrable) {
        this(name, columns, primary, deferrable, false);
    }
}
