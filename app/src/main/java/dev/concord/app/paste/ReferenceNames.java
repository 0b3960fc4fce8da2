package dev.concord.app.paste;

import dev.concord.app.control.Parsed;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.query.ReferenceLookup;
import dev.concord.query.ReferencedRow;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What texts mean in a column that refers to another table: the key of a record there, or else the name of exactly one. All
 * texts of a column are looked up together. In the background only.
 */
final class ReferenceNames {
    private final ReferenceLookup lookup;
    private final Table table;
    private final ValueText values;

    ReferenceNames(ReferenceLookup lookup, Table table, ValueText values) {
        this.lookup = lookup;
        this.table = table;
        this.values = values;
    }

    /** What a text refers to; switch over it exhaustively. */
    sealed interface Target {}

    /**
     * One record.
     *
     * @param label its name; empty where it has none
     */
    record One(Value key, String label) implements Target {}

    /** No record has this key or name. */
    record NoOne() implements Target {}

    /** Several records have this name. */
    record Several() implements Target {}

    /** The foreign key by which a column alone refers to another table; empty where it does not. */
    Optional<ForeignKey> of(Column column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .findFirst();
    }

    /** Looks texts up; those that cannot be looked up, because the other table may not be read, are left out. */
    Map<String, Target> look(Column column, ForeignKey key, Set<String> texts) {
        Map<String, Row> keys = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            if (values.read(text, column) instanceof Parsed.Read(Value value) && !value.isNull()) {
                keys.put(text, Row.of(column.name(), value));
            } else {
                names.add(text);
            }
        }
        Map<String, Target> targets = new HashMap<>();
        Map<Row, ReferencedRow> found = lookup.look(key, keys.values());
        keys.forEach((text, row) -> Optional.ofNullable(found.get(row)).ifPresent(target -> {
            if (target.exists()) {
                targets.put(text, new One(row.get(column.name()), target.label()));
            } else {
                names.add(text);
            }
        }));
        Map<String, List<ReferencedRow>> named = lookup.named(key, names);
        names.forEach(name -> targets.put(name, of(named.getOrDefault(name, List.of()), column)));
        return targets;
    }

    private static Target of(List<ReferencedRow> rows, Column column) {
        return switch (rows.size()) {
            case 0 -> new NoOne();
            case 1 ->
                new One(
                        rows.getFirst().key().get(column.name()),
                        rows.getFirst().label());
            default -> new Several();
        };
    }
}
