package dev.concord.version;

import dev.concord.catalog.TableId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Rules for tables known by name only, before any database is open. Immutable.
 *
 * @param byName by the table's name, with or without its schema; the closest name counts
 */
public record TableRules(Map<String, TableRule> byName) {

    /** No rules. */
    public static final TableRules NONE = new TableRules(Map.of());

    public TableRules {
        byName = Map.copyOf(byName);
    }

    /** Returns the table's rule. */
    public Optional<TableRule> of(TableId table) {
        return byName.entrySet().stream()
                .filter(entry -> TableName.names(entry.getKey(), table))
                .min(Comparator.comparingInt(entry -> TableName.closeness(entry.getKey(), table)))
                .map(Map.Entry::getValue);
    }
}
