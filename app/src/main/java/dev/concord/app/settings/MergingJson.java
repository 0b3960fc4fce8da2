package dev.concord.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.catalog.TableId;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.MergeRules;
import dev.concord.merge.MergeRules.Automatic;
import dev.concord.merge.Merging;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of merging as a list of tables, each with its database's address. */
final class MergingJson {
    private MergingJson() {}

    static ArrayNode write(Map<String, Merging> merging) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        merging.forEach((address, tables) ->
                tables.byTable().forEach((table, rules) -> list.add(write(address, table, rules))));
        return list;
    }

    private static ObjectNode write(String address, TableId table, MergeRules rules) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("database", address)
                .put("schema", table.schema())
                .put("table", table.name())
                .put("automatic", rules.automatic().name());
        ArrayNode groups = entry.putArray("groups");
        for (ColumnGroup group : rules.groups()) {
            ArrayNode columns = groups.addObject().put("name", group.name()).putArray("columns");
            group.columns().forEach(columns::add);
        }
        ArrayNode columns = entry.putArray("columns");
        new TreeMap<>(rules.columns()).forEach((column, rule) -> columns.addObject()
                .put("column", column)
                .put("form", rule.form().name())
                .put("separator", rule.separator())
                .put("quantity", rule.adding().name()));
        return entry;
    }

    static Map<String, Merging> read(JsonNode list) {
        Map<String, Merging> merging = new HashMap<>();
        JsonFields.each(list).forEach(entry -> {
            TableId table = new TableId(JsonFields.text(entry, "schema"), JsonFields.text(entry, "table"));
            merging.compute(
                    JsonFields.text(entry, "database"),
                    (address, known) -> (known == null ? Merging.DEFAULT : known).with(table, rules(entry)));
        });
        return merging;
    }

    private static MergeRules rules(JsonNode entry) {
        List<ColumnGroup> groups = JsonFields.each(entry.path("groups"))
                .map(group -> new ColumnGroup(
                        ColumnGroup.Origin.CONFIGURED,
                        JsonFields.text(group, "name"),
                        JsonFields.each(group.path("columns"))
                                .map(JsonNode::asText)
                                .toList()))
                .toList();
        Map<String, ColumnRule> columns = new HashMap<>();
        JsonFields.each(entry.path("columns"))
                .forEach(column -> columns.put(
                        JsonFields.text(column, "column"),
                        new ColumnRule(
                                Form.valueOf(JsonFields.text(column, "form")),
                                JsonFields.text(column, "separator"),
                                Adding.valueOf(JsonFields.text(column, "quantity")))));
        return new MergeRules(Automatic.valueOf(JsonFields.text(entry, "automatic")), groups, columns);
    }
}
