package dev.concord.merge;

import java.util.List;

/**
 * Columns that are decided together because their values depend on each other: an amount and its currency, a start and
 * an end.
 *
 * @param origin why they belong together
 * @param name what the user called it, or the constraint's name; empty when there is none
 * @param columns in the table's order, two at least
 */
public record ColumnGroup(Origin origin, String name, List<String> columns) {

    /** Why columns belong together. */
    public enum Origin {
        /** They refer to one row of another table together; never split. */
        FOREIGN_KEY,
        /** They are unique together. */
        UNIQUE_KEY,
        /** One check constraint uses all of them. */
        CHECK,
        /** The user put them together. */
        CONFIGURED,
        /** Columns of no other group, under {@link MergeRules.Automatic#BY_GROUP}. */
        REST
    }

    public ColumnGroup {
        columns = List.copyOf(columns);
        if (columns.size() < 2) {
            throw new IllegalArgumentException("A group needs two columns: " + columns);
        }
    }

    /** Whether all of its columns are in another group too. */
    boolean within(ColumnGroup other) {
        return other.columns.containsAll(columns);
    }

    /** Whether a person may decide its columns one by one. */
    public boolean splittable() {
        return origin != Origin.FOREIGN_KEY;
    }
}
