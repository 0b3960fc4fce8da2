package dev.concord.app.gateway.resource;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of a table's attributes: the columns' aliases or own names, except those that JSON:API reserves or does not allow. */
final class AttributeNames {
    private AttributeNames() {}

    /**
     * Returns a table's attributes.
     *
     * @param checksum the name of the attribute that carries the row's checksum, which no column has then
     * @param aliases other names of columns, which no other column has then
     */
    static List<Attribute> of(Table table, String checksum, Map<String, String> aliases) {
        boolean idIsKey = table.rowKey()
                .filter(key -> key.columns().equals(List.of("id")))
                .isPresent();
        List<Column> columns = table.columns().stream()
                .filter(column -> !(idIsKey && column.name().equals("id")))
                .toList();
        Set<String> taken = new HashSet<>(reserved(checksum));
        taken.addAll(aliases.values());
        Iterator<String> own = MemberNames.of(
                        columns.stream()
                                .map(Column::name)
                                .filter(name -> !aliases.containsKey(name))
                                .toList(),
                        taken,
                        "column")
                .iterator();
        return columns.stream()
                .map(column -> new Attribute(
                        Optional.ofNullable(aliases.get(column.name())).orElseGet(own::next), column))
                .toList();
    }

    static Set<String> reserved(String checksum) {
        return Set.of("id", "type", "links", "relationships", checksum);
    }
}
