package dev.concord.app.gateway.describe;

import dev.concord.app.gateway.resource.ResourceType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** Names of schemas, which have fewer characters than names of types may have. */
final class SchemaNames {
    private SchemaNames() {}

    /**
     * Returns each type by the name of its schema, in the order given.
     *
     * @param taken names of other schemas
     */
    static SequencedMap<String, ResourceType> of(List<ResourceType> types, Set<String> taken) {
        Set<String> used = new HashSet<>(taken);
        SequencedMap<String, ResourceType> names = new LinkedHashMap<>();
        for (ResourceType type : types) {
            String plain = type.name().replaceAll("[^A-Za-z0-9_-]", "_");
            String free = plain;
            for (int number = 2; !used.add(free); number++) {
                free = plain + "." + number;
            }
            names.put(free, type);
        }
        return names;
    }
}
