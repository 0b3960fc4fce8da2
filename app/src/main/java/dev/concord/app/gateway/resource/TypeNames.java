package dev.concord.app.gateway.resource;

import dev.concord.catalog.TableId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The names of resource types: tables' own names. Where several schemas have a table of one name, each of these has its schema before it,
 * {@code sales-order}.
 */
final class TypeNames {
    private TypeNames() {}

    /** Returns the tables by the names of their types, in the order given. */
    static SequencedMap<String, TableId> of(List<TableId> tables) {
        Map<String, Long> bare = tables.stream()
                .map(TableId::name)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> wanted = tables.stream()
                .map(table ->
                        bare.getOrDefault(table.name(), 1L) > 1 ? table.schema() + "-" + table.name() : table.name())
                .toList();
        List<String> names = MemberNames.of(wanted, Set.of(), "table");
        SequencedMap<String, TableId> byName = new LinkedHashMap<>();
        for (int i = 0; i < tables.size(); i++) {
            byName.put(names.get(i), tables.get(i));
        }
        return Collections.unmodifiableSequencedMap(byName);
    }
}
