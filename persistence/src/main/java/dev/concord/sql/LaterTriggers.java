package dev.concord.sql;

import dev.concord.catalog.TableId;
import org.h2.engine.SessionLocal;
import org.h2.schema.Schema;
import org.h2.table.Table;
import org.h2.table.TableType;

/**
 * The triggers of H2, where it runs in this process, that fire after the statement which updates a row. H2's own objects are asked,
 * which takes no statement, so that every write can ask again: a trigger may have been made a moment ago.
 */
final class LaterTriggers {
    private LaterTriggers() {}

    /**
     * Whether a table has none, so that a row which an update returned is the row as it stays. Asked after the update, because a trigger
     * that was there when it ran is still there.
     */
    static boolean none(SessionLocal session, TableId id) {
        Schema schema = session.getDatabase().findSchema(id.schema());
        Table table = schema == null ? null : schema.findTableOrView(session, id.name());
        return table != null
                && table.getTableType() == TableType.TABLE
                && schema.getAllTriggers().stream()
                        .noneMatch(trigger -> table.equals(trigger.getTable()) && !trigger.isBefore());
    }
}
