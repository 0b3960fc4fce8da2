package dev.concord.app.conflict;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;

/** One field that differs between two rows. */
record Difference(Column column, Value before, Value after) {

    static List<Difference> between(Table table, Row before, Row after) {
        return table.columns().stream()
                .map(column -> new Difference(column, before.get(column.name()), after.get(column.name())))
                .filter(difference -> !difference.before.equals(difference.after))
                .toList();
    }
}
