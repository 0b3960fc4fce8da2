package dev.concord.version;

import dev.concord.catalog.TableId;
import java.util.HashMap;
import java.util.Map;

/**
 * Every table's policy: the confirmed ones, and a default for the rest. Immutable.
 *
 * @param fallback for tables not named
 * @param byTable confirmed by a person or a configuration
 */
public record Policies(TablePolicy fallback, Map<TableId, TablePolicy> byTable) {

    /** Nothing confirmed: every table by digest. */
    public static final Policies DEFAULT = new Policies(TablePolicy.DEFAULT, Map.of());

    public Policies {
        byTable = Map.copyOf(byTable);
    }

    /** Returns the table's policy. */
    public TablePolicy of(TableId table) {
        return byTable.getOrDefault(table, fallback);
    }

    /** Returns these policies with one table's set. */
    public Policies with(TableId table, TablePolicy policy) {
        Map<TableId, TablePolicy> changed = new HashMap<>(byTable);
        changed.put(table, policy);
        return new Policies(fallback, changed);
    }
}
