package dev.concord.app.gateway.read;

import dev.concord.app.condition.FilteredColumn;
import dev.concord.app.condition.ParsedCondition;
import dev.concord.app.gateway.http.Parameters;
import dev.concord.app.gateway.resource.Attribute;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.query.ColumnCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code filter[column]=condition}: the conditions that the window's grid takes, all of which have to hold. */
final class FilterParameters {
    private static final int MOST = 50;

    private FilterParameters() {}

    /**
     * Reads all filters.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when there is no such attribute, or the text is no condition
     */
    static List<ColumnCondition> of(Parameters parameters, ResourceType type, ReadContext context) {
        List<ColumnCondition> conditions = new ArrayList<>();
        for (String name : parameters.names()) {
            ParameterName parameter = ParameterName.of(name);
            if (parameter.family().equals("filter")) {
                FilteredColumn column = parameter
                        .member()
                        .flatMap(attribute -> column(attribute, type))
                        .orElseThrow(() -> ReadErrors.parameter(
                                name, "Resources of type " + type.name() + " are not filtered by this."));
                for (String text : parameters.all(name)) {
                    switch (context.conditions().parse(text, column)) {
                        case ParsedCondition.Everything _ -> {}
                        case ParsedCondition.Read(ColumnCondition condition) -> conditions.add(condition);
                        case ParsedCondition.Unreadable(String sentence) -> throw ReadErrors.parameter(name, sentence);
                    }
                }
            }
        }
        if (conditions.size() > MOST) {
            throw ReadErrors.parameter("filter", "There are more than " + MOST + " conditions.");
        }
        return conditions;
    }

    /** A name of what the column refers to is looked for only where the client sees that table. */
    private static Optional<FilteredColumn> column(String name, ResourceType type) {
        return type.attribute(name)
                .map(Attribute::column)
                .or(() -> name.equals("id") ? onlyKey(type) : Optional.empty())
                .map(column -> new FilteredColumn(column, refersToWhatIsSeen(column, type)));
    }

    private static boolean refersToWhatIsSeen(Column column, ResourceType type) {
        List<ForeignKey> keys = type.table().foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .toList();
        List<ForeignKey> seen = type.relationships().stream()
                .filter(relationship -> !relationship.toMany())
                .map(Relationship::key)
                .toList();
        return !keys.isEmpty() && seen.containsAll(keys);
    }

    private static Optional<Column> onlyKey(ResourceType type) {
        List<String> key = type.table().rowKey().map(Key::columns).orElse(List.of());
        return key.size() == 1 ? type.table().column(key.getFirst()) : Optional.empty();
    }
}
