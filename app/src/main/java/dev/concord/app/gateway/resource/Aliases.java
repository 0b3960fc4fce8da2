package dev.concord.app.gateway.resource;

import dev.concord.catalog.TableId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Other names by which clients know tables and columns, instead of the database's own. Whoever runs the gateway gives them, so that
 * programs need not follow the names of a database, nor a database those of its programs.
 *
 * @param types the names of types, by table
 * @param attributes the names of attributes, by table and column
 */
public record Aliases(Map<TableId, String> types, Map<TableId, Map<String, String>> attributes) {
    /** Every table and column is known by its own name. */
    public static final Aliases NONE = new Aliases(Map.of(), Map.of());

    public Aliases {
        types = Map.copyOf(types);
        Map<TableId, Map<String, String>> copies = new HashMap<>();
        attributes.forEach((table, names) -> copies.put(table, Map.copyOf(names)));
        attributes = Map.copyOf(copies);
    }

    /** Returns the name of a table's type; empty where it has its own. */
    Optional<String> type(TableId table) {
        return Optional.ofNullable(types.get(table));
    }

    /** Returns the names that types of some tables are given, which no other type has. */
    Set<String> typesOf(Collection<TableId> tables) {
        Map<TableId, String> some = new HashMap<>(types);
        some.keySet().retainAll(tables);
        return Set.copyOf(some.values());
    }

    /** Returns the names of a table's attributes, by column; others have their own. */
    Map<String, String> attributes(TableId table) {
        return attributes.getOrDefault(table, Map.of());
    }
}
