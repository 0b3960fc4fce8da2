package dev.concord.app.layout;

import java.util.Map;

/**
 * A way to look at a table, kept by its name.
 *
 * @param name not blank, and no other view of the table has it
 * @param filters what is typed for each column that is filtered, so that {@code today} stays today
 * @param search what is looked for in every text; may be empty
 * @param layout the columns and the order of the rows
 */
public record SavedView(String name, Map<String, String> filters, String search, TableLayout layout) {
    public SavedView {
        filters = Map.copyOf(filters);
    }

    /** Texts may be looked for that are values of records: they are kept, and never logged. */
    @Override
    public String toString() {
        return "SavedView[" + name + "]";
    }
}
