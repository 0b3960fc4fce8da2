package dev.concord.app.layout;

import dev.concord.catalog.TableId;
import dev.concord.record.RecordNames;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the tables of all databases are looked at. Immutable.
 *
 * @param rowHeight of the rows of every table
 * @param byDatabase what is remembered of each table, by the address of its database without password
 */
public record Layouts(RowHeight rowHeight, Map<String, Map<TableId, TableViews>> byDatabase) {
    /** As on the first start. */
    public static final Layouts DEFAULT = new Layouts(RowHeight.COMPACT, Map.of());

    public Layouts {
        byDatabase = byDatabase.entrySet().stream()
                .filter(database -> !database.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, database -> Map.copyOf(database.getValue())));
    }

    /** Returns what is remembered of a table. */
    public TableViews of(String database, TableId table) {
        return byDatabase.getOrDefault(database, Map.of()).getOrDefault(table, TableViews.NONE);
    }

    /** Returns how the records of a database are named. */
    public RecordNames names(String database) {
        RecordNames names = RecordNames.FOUND;
        for (var table : byDatabase.getOrDefault(database, Map.of()).entrySet()) {
            names = names.with(table.getKey(), table.getValue().naming());
        }
        return names;
    }

    /** Returns these with something else remembered of a table. */
    public Layouts with(String database, TableId table, TableViews views) {
        Map<TableId, TableViews> tables = new HashMap<>(byDatabase.getOrDefault(database, Map.of()));
        if (views.equals(TableViews.NONE)) {
            tables.remove(table);
        } else {
            tables.put(table, views);
        }
        Map<String, Map<TableId, TableViews>> changed = new HashMap<>(byDatabase);
        changed.put(database, tables);
        return new Layouts(rowHeight, changed);
    }

    /** Returns these with rows of another height. */
    public Layouts with(RowHeight height) {
        return new Layouts(height, byDatabase);
    }
}
