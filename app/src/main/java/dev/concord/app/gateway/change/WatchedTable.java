package dev.concord.app.gateway.change;

import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.catalog.TableId;
import java.util.Optional;

/** Every row of a table or a view. */
final class WatchedTable implements Watched {
    private final ResourceTypes types;
    private final String type;
    private final TableId table;
    private final WatchedTables tables;
    private final TableChanges changes;
    private final TableChanges.Place place = new TableChanges.Place();

    /**
     * Watches a table.
     *
     * @param type the table's name as the client sees it
     */
    WatchedTable(ResourceTypes types, String type, TableId table, WatchedTables tables) {
        this.types = types;
        this.type = type;
        this.table = table;
        this.tables = tables;
        this.changes = tables.enter(table);
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public News begin(Optional<String> lastSeen) {
        return changes.begin(types, type, place, lastSeen);
    }

    @Override
    public News next() {
        return changes.next(types, type, place);
    }

    @Override
    public void close() {
        tables.leave(table);
    }
}
