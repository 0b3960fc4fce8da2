package dev.concord.app.gateway.resource;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The names of a table's attributes: the columns' own names, except those that JSON:API reserves or does not allow. */
final class AttributeNames {
    private AttributeNames() {}

    /**
     * Returns a table's attributes.
     *
     * @param checksum the name of the attribute that carries the row's checksum, which no column has then
     */
    static List<Attribute> of(Table table, String checksum) {
        boolean idIsKey = table.rowKey()
                .filter(key -> key.columns().equals(List.of("id")))
                .isPresent();
        List<Column> columns = table.columns().stream()
                .filter(column -> !(idIsKey && column.name().equals("id")))
                .toList();
        List<String> names = MemberNames.of(columns.stream().map(Column::name).toList(), reserved(checksum), "column");
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            attributes.add(new Attribute(names.get(i), columns.get(i)));
        }
        return attributes;
    }

    static Set<String> reserved(String checksum) {
        return Set.of("id", "type", "links", "relationships", checksum);
    }
}
