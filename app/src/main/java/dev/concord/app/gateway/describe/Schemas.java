package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Makes parts of JSON Schema, as OpenAPI 3.1 has it. */
final class Schemas {
    static final String OBJECT = "object";
    static final String STRING = "string";

    private Schemas() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A reference to a part that is described once. */
    static ObjectNode reference(String kind, String name) {
        return object().put("$ref", "#/components/" + kind + "/" + name);
    }

    /** A schema of one type, or of several. */
    static ObjectNode type(String... types) {
        ObjectNode schema = object();
        if (types.length == 1) {
            schema.put("type", types[0]);
        } else {
            Arrays.stream(types).forEach(schema.putArray("type")::add);
        }
        return schema;
    }

    /** A schema of an array. */
    static ObjectNode array(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    /** A schema of an object with some members, which the rest of the specification may add others to. */
    static ObjectNode members(ObjectNode properties, List<String> required) {
        ObjectNode schema = type(OBJECT);
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", texts(required));
        }
        return schema;
    }

    /** The names of an object's members. */
    static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
