package dev.concord.app.conflict.deletion;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;

/** One field that differs between two rows. */
record FieldDifference(Column column, Value before, Value after) {

    static List<FieldDifference> between(Table table, Row before, Row after) {
        return table.columns().stream()
                .map(column -> new FieldDifference(column, before.get(column.name()), after.get(column.name())))
                .filter(difference -> !difference.before.equals(difference.after))
                .toList();
    }
}
