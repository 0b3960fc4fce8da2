package dev.concord.merge;

import dev.concord.catalog.TableId;
import java.util.HashMap;
import java.util.Map;

/**
 * The merge rules of all tables that have their own. Immutable.
 *
 * @param byTable the tables with rules of their own; {@link MergeRules#DEFAULT} for the others
 */
public record Merging(Map<TableId, MergeRules> byTable) {

    /** No table has rules of its own. */
    public static final Merging DEFAULT = new Merging(Map.of());

    public Merging {
        byTable = Map.copyOf(byTable);
    }

    /** Returns a table's rules. */
    public MergeRules of(TableId table) {
        return byTable.getOrDefault(table, MergeRules.DEFAULT);
    }

    /** Returns this with one table's rules. */
    public Merging with(TableId table, MergeRules rules) {
        Map<TableId, MergeRules> changed = new HashMap<>(byTable);
        changed.put(table, rules);
        return new Merging(changed);
    }
}
