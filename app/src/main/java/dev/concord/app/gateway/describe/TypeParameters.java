package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.resource.Attribute;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parameters of reads of one type.
 *
 * @param type the type
 */
record TypeParameters(ResourceType type) {
    /** The names of the parameters of pages, which are described once for all. */
    static final List<String> PAGE = List.of("pageLimit", "pageOffset", "pageAfter", "pageBefore", "pageTotal");

    /** What is shown of rows. */
    List<ObjectNode> shown() {
        List<ObjectNode> parameters = new ArrayList<>();
        if (!type.relationships().isEmpty()) {
            parameters.add(query(
                    "include",
                    "Related rows to include: paths of relationships.",
                    anyOf(type.relationships().stream().map(Relationship::name))));
        }
        parameters.add(query(
                "fields[" + type.name() + "]",
                "The attributes and relationships to show; all, if it is not given.",
                Schemas.array(Schemas.type(Schemas.STRING))));
        return parameters;
    }

    /** Which rows are chosen, and in which order. */
    List<ObjectNode> chosen() {
        List<ObjectNode> parameters = new ArrayList<>();
        parameters.add(query(
                "sort",
                "The order: attributes, each with - before it for descending.",
                anyOf(Stream.concat(Stream.of("id"), names()).flatMap(name -> Stream.of(name, "-" + name)))));
        names().forEach(name -> parameters.add(query(
                "filter[" + name + "]",
                "A condition on " + name + ", for example ana, ana*, =ana, <>ana, >=10, 10..20, null, not null, a; b.",
                Schemas.type(Schemas.STRING))));
        for (String name : PAGE) {
            parameters.add(Schemas.reference("parameters", name));
        }
        return parameters;
    }

    private Stream<String> names() {
        return type.attributes().stream().map(Attribute::name);
    }

    /** Paths may have more steps, so the names are examples. */
    private static ObjectNode anyOf(Stream<String> names) {
        ObjectNode items = Schemas.type(Schemas.STRING);
        items.set("examples", Schemas.texts(names.toList()));
        return Schemas.array(items);
    }

    /** A parameter in the address; a list is separated by commas. */
    static ObjectNode query(String name, String description, ObjectNode schema) {
        ObjectNode parameter = Schemas.object()
                .put("name", name)
                .put("in", "query")
                .put("description", description)
                .put("style", "form")
                .put("explode", false);
        parameter.set("schema", schema);
        return parameter;
    }
}
