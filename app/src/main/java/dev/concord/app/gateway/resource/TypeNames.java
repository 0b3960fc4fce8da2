package dev.concord.app.gateway.resource;

import dev.concord.catalog.TableId;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The names of resource types: tables' aliases or own names. Where several schemas have a table of one name, each of these has its schema before it,
 * {@code sales-order}.
 */
final class TypeNames {
    private static final String SUFFIX = "table";

    private TypeNames() {}

    /** Returns the tables by the names of their types, in the order given. */
    static SequencedMap<String, TableId> of(List<TableId> tables, Aliases aliases) {
        Map<String, Long> bare = tables.stream()
                .map(TableId::name)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Set<String> taken = new HashSet<>(Set.of(Addresses.OPERATIONS));
        taken.addAll(aliases.typesOf(tables));
        Iterator<String> own = MemberNames.of(
                        tables.stream()
                                .filter(table -> aliases.type(table).isEmpty())
                                .map(table -> own(table, bare))
                                .toList(),
                        taken,
                        SUFFIX)
                .iterator();
        SequencedMap<String, TableId> byName = new LinkedHashMap<>();
        for (TableId table : tables) {
            byName.put(aliases.type(table).orElseGet(own::next), table);
        }
        return Collections.unmodifiableSequencedMap(byName);
    }

    private static String own(TableId table, Map<String, Long> bare) {
        if (bare.getOrDefault(table.name(), 1L) == 1) {
            return table.name();
        }
        String whole = table.schema() + "-" + table.name();
        return bare.containsKey(whole) ? whole + "-" + SUFFIX : whole;
    }
}
