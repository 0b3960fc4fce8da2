package dev.concord.app.gateway.read;

import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.catalog.Column;
import dev.concord.catalog.Key;
import dev.concord.query.PageRequest.Sort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The order of a collection.
 *
 * @param sorts the columns asked for, and where there is no key all others
 * @param columns all columns of the order: those asked for and then the key, or all others, which settle ties
 */
record SortOrder(List<Sort> sorts, List<String> columns) {
    private static final int MOST = 20;
    private static final String PARAMETER = "sort";

    SortOrder {
        sorts = List.copyOf(sorts);
        columns = List.copyOf(columns);
    }

    /**
     * Reads names of attributes, each with {@code -} before it for descending; {@code id} is the key.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when there is no such attribute
     */
    static SortOrder of(String names, ResourceType type) {
        List<String> key = type.table().rowKey().map(Key::columns).orElse(List.of());
        List<Sort> sorts = new ArrayList<>();
        for (String each : names.isEmpty() ? new String[0] : names.split(",", -1)) {
            boolean ascending = !each.startsWith("-");
            String name = ascending ? each : each.substring(1);
            List<String> columns = type.attribute(name)
                    .map(attribute -> List.of(attribute.column().name()))
                    .orElse(name.equals("id") ? key : List.of());
            if (columns.isEmpty() || sorts.size() >= MOST) {
                throw ReadErrors.parameter(PARAMETER, "Resources of type " + type.name() + " are not sorted by this.");
            }
            columns.forEach(column -> sorts.add(new Sort(column, ascending)));
        }
        SequencedSet<String> columns = new LinkedHashSet<>();
        sorts.forEach(sort -> columns.add(sort.column()));
        columns.addAll(key);
        if (key.isEmpty()) {
            // Without a key only all columns together make an order in which every page has its own rows.
            for (Column column : type.table().columns()) {
                if (columns.add(column.name())) {
                    sorts.add(new Sort(column.name(), true));
                }
            }
        }
        return new SortOrder(sorts, List.copyOf(columns));
    }
}
