package dev.concord.app.workspace;

import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a new record with the values of another one. */
final class RecordCopy {
    private RecordCopy() {}

    /**
     * Returns a new record without what must differ or is made by the database: keys, unique values, versions, generated columns;
     * and without values too large to be held.
     *
     * @param versions the columns of versions
     */
    static Draft of(Table table, Row values, Set<String> versions) {
        Set<String> left = new HashSet<>(versions);
        Stream.concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                .map(Key::columns)
                .forEach(left::addAll);
        Draft copy = Draft.newRow(table.id());
        for (Column column : table.columns()) {
            Value value = values.get(column.name());
            boolean made = column.generation() != Column.Generation.NONE
                    || !column.writable()
                    || !column.rights().insert();
            if (!made && !left.contains(column.name()) && !value.isNull() && !(value instanceof Value.Large)) {
                copy = copy.with(column.name(), value);
            }
        }
        return copy;
    }
}
