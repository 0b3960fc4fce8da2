package dev.concord.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.layout.Layouts;
import dev.concord.app.layout.RowHeight;
import dev.concord.app.layout.SavedView;
import dev.concord.app.layout.TableLayout;
import dev.concord.app.layout.TableViews;
import dev.concord.catalog.TableId;
import dev.concord.query.PageRequest.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How tables are looked at, as a list of tables, each with its database's address. Nothing depends on it but what is seen, so that an entry
 * that is not valid is left out, and the rest is read.
 */
final class LayoutsJson {
    private LayoutsJson() {}

    static ObjectNode write(Layouts layouts) {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("rows", layouts.rowHeight().name());
        ArrayNode list = root.putArray("tables");
        new TreeMap<>(layouts.byDatabase()).forEach((address, tables) -> new TreeMap<>(tables)
                .forEach((table, views) -> write(list.addObject(), address, table, views)));
        return root;
    }

    private static void write(ObjectNode entry, String address, TableId table, TableViews views) {
        entry.put("database", address).put("schema", table.schema()).put("table", table.name());
        views.naming().ifPresent(column -> entry.put("naming", column));
        write(entry, views.now());
        if (views.emptyHidden()) {
            entry.put("emptyHidden", true);
        }
        ArrayNode saved = entry.putArray("views");
        for (SavedView view : views.saved()) {
            ObjectNode node = saved.addObject().put("name", view.name()).put("search", view.search());
            new TreeMap<>(view.filters()).forEach(node.putObject("filters")::put);
            write(node, view.layout());
        }
    }

    private static void write(ObjectNode entry, TableLayout layout) {
        layout.columns().forEach(entry.putArray("columns")::add);
        layout.hidden().stream().sorted().forEach(entry.putArray("hidden")::add);
        if (layout.frozen() > 0) {
            entry.put("frozen", layout.frozen());
        }
        new TreeMap<>(layout.widths()).forEach(entry.putObject("widths")::put);
        ArrayNode order = entry.putArray("order");
        for (Sort sort : layout.order()) {
            order.addObject().put("column", sort.column()).put("ascending", sort.ascending());
        }
    }

    static Layouts read(JsonNode root) {
        Layouts layouts = Layouts.DEFAULT.with(Stream.of(RowHeight.values())
                .filter(height -> height.name().equals(root.path("rows").asText()))
                .findFirst()
                .orElse(RowHeight.COMPACT));
        for (JsonNode entry : root.path("tables")) {
            Optional<String> database = text(entry, "database");
            Optional<String> schema = text(entry, "schema");
            Optional<String> table = text(entry, "table");
            if (database.isPresent() && schema.isPresent() && table.isPresent()) {
                layouts = layouts.with(database.get(), new TableId(schema.get(), table.get()), views(entry));
            }
        }
        return layouts;
    }

    private static TableViews views(JsonNode entry) {
        TableViews views = TableViews.NONE
                .showing(layout(entry))
                .namedBy(text(entry, "naming"))
                .hidingEmpty(entry.path("emptyHidden").asBoolean(false));
        for (JsonNode view : entry.path("views")) {
            Optional<String> name = text(view, "name").filter(given -> !given.isBlank());
            if (name.isPresent()) {
                views = views.keeping(new SavedView(
                        name.get(),
                        texts(view.path("filters")),
                        text(view, "search").orElse(""),
                        layout(view)));
            }
        }
        return views;
    }

    private static TableLayout layout(JsonNode entry) {
        Map<String, Double> widths = new HashMap<>();
        entry.path("widths").properties().forEach(width -> {
            if (width.getValue().isNumber()) {
                widths.put(width.getKey(), width.getValue().doubleValue());
            }
        });
        List<Sort> order = new ArrayList<>();
        for (JsonNode sort : entry.path("order")) {
            text(sort, "column")
                    .ifPresent(column ->
                            order.add(new Sort(column, sort.path("ascending").asBoolean(true))));
        }
        return new TableLayout(
                names(entry.path("columns")),
                Set.copyOf(names(entry.path("hidden"))),
                widths,
                order,
                entry.path("frozen").asInt(0));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(member -> {
            if (member.getValue().isTextual()) {
                texts.put(member.getKey(), member.getValue().textValue());
            }
        });
        return texts;
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static Optional<String> text(JsonNode object, String name) {
        return Optional.of(object.path(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
