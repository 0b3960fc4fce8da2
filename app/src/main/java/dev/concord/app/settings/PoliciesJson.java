package dev.concord.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.catalog.TableId;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The confirmed policies as a list of tables, each with its database's address. */
final class PoliciesJson {
    private static final String DIGEST = "checksum";
    private static final String COLUMN = "column";
    private static final String BOTH = "both";
    private static final String ALONE = "alone";
    private static final String ROW_VERSION = "rowVersion";
    private static final String IGNORED = "ignoredColumns";
    private static final String COMPARED = "comparedColumns";

    private PoliciesJson() {}

    static ArrayNode write(Map<String, Policies> policies) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        policies.forEach((address, tables) -> tables.byTable().forEach((table, policy) -> {
            if (storable(policy.guard())) {
                list.add(write(address, table, policy));
            }
        }));
        return list;
    }

    /**
     * Whether a guard can be stored. A function cannot; a table guarded by one is guarded by digest when its policy is
     * read from the file.
     */
    private static boolean storable(Guard guard) {
        return !(guard instanceof Guard.ByFunction);
    }

    private static ObjectNode write(String address, TableId table, TablePolicy policy) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("database", address)
                .put("schema", table.schema())
                .put("table", table.name())
                .put("mode", policy.mode().name());
        switch (policy.guard()) {
            case Guard.ByDigest _ -> entry.put("guard", DIGEST);
            case Guard.ByFunction _ -> throw new IllegalArgumentException("A function cannot be stored");
            case Guard.ByColumn column -> write(entry.put("guard", ALONE), column);
            case Guard.ByBoth both -> write(entry.put("guard", BOTH), both.column());
        }
        write(policy.ignoredColumns(), entry.putArray(IGNORED));
        if (!policy.comparedColumns().isEmpty()) {
            write(policy.comparedColumns(), entry.putArray(COMPARED));
        }
        return entry;
    }

    private static void write(Set<String> columns, ArrayNode list) {
        columns.stream().sorted().forEach(list::add);
    }

    private static void write(ObjectNode entry, Guard.ByColumn column) {
        entry.put(COLUMN, column.column()).put("kind", column.kind().name());
    }

    static Map<String, Policies> read(JsonNode list) {
        Map<String, Policies> policies = new HashMap<>();
        JsonFields.each(list)
                .forEach(entry -> policies.merge(
                        JsonFields.text(entry, "database"),
                        Policies.DEFAULT.with(table(entry), policy(entry)),
                        PoliciesJson::together));
        return policies;
    }

    private static Policies together(Policies known, Policies more) {
        Policies all = known;
        for (Map.Entry<TableId, TablePolicy> entry : more.byTable().entrySet()) {
            all = all.with(entry.getKey(), entry.getValue());
        }
        return all;
    }

    private static TableId table(JsonNode entry) {
        return new TableId(JsonFields.text(entry, "schema"), JsonFields.text(entry, "table"));
    }

    private static TablePolicy policy(JsonNode entry) {
        LockingMode mode = LockingMode.valueOf(JsonFields.text(entry, "mode"));
        return new TablePolicy(mode, guard(entry), columns(entry.path(IGNORED)), columns(entry.path(COMPARED)));
    }

    private static Set<String> columns(JsonNode list) {
        return JsonFields.each(list).map(JsonNode::asText).collect(Collectors.toUnmodifiableSet());
    }

    private static Guard guard(JsonNode entry) {
        return switch (JsonFields.text(entry, "guard")) {
            case DIGEST, ROW_VERSION -> new Guard.ByDigest();
            case ALONE -> column(entry);
            case COLUMN -> confirmedBefore(column(entry));
            case BOTH -> new Guard.ByBoth(column(entry));
            default -> throw new IllegalArgumentException("Unknown guard: " + entry);
        };
    }

    /** Earlier versions wrote this for a column somebody had confirmed, without asking whether every program moves it. */
    private static Guard confirmedBefore(Guard.ByColumn column) {
        return column.kind() == Guard.VersionKind.DATABASE ? column : new Guard.ByBoth(column);
    }

    private static Guard.ByColumn column(JsonNode entry) {
        return new Guard.ByColumn(
                JsonFields.text(entry, COLUMN), Guard.VersionKind.valueOf(JsonFields.text(entry, "kind")));
    }
}
