package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.JsonApi;
import java.util.List;
import java.util.Set;

/** What the descriptions of all types refer to. */
final class Components {
    /** The names of schemas that are not a type's. */
    static final Set<String> SCHEMAS = Set.of("AnyResource", "ResourceMeta", "Error");

    private Components() {}

    /** Returns all but the types' own schemas. */
    static ObjectNode of() {
        ObjectNode components = Schemas.object();
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("AnyResource", anyResource());
        schemas.set("ResourceMeta", resourceMeta());
        schemas.set("Error", error());
        parameters(components.putObject("parameters"));
        errors(components.putObject("responses").putObject("Errors"));
        ObjectNode etag = components.putObject("headers").putObject("ETag");
        etag.put("description", "The tag of the whole row, whatever part of it is shown.");
        etag.set("schema", Schemas.type(Schemas.STRING));
        return components;
    }

    private static ObjectNode anyResource() {
        ObjectNode members = Schemas.object();
        members.set("type", Schemas.type(Schemas.STRING));
        members.set("id", Schemas.type(Schemas.STRING));
        members.set("attributes", Schemas.type(Schemas.OBJECT));
        members.set("relationships", Schemas.type(Schemas.OBJECT));
        members.set("links", Schemas.type(Schemas.OBJECT));
        members.set("meta", Schemas.reference("schemas", "ResourceMeta"));
        return Schemas.members(members, List.of("type", "id"));
    }

    private static ObjectNode resourceMeta() {
        ObjectNode members = Schemas.object();
        members.set("etag", Schemas.type(Schemas.STRING));
        members.set(
                "omitted",
                Schemas.type(Schemas.OBJECT).put("description", "Attributes whose values JSON cannot carry, and why."));
        return Schemas.members(members, List.of());
    }

    private static ObjectNode error() {
        ObjectNode members = Schemas.object();
        for (String name : List.of("status", "code", "title", "detail")) {
            members.set(name, Schemas.type(Schemas.STRING));
        }
        members.set("source", Schemas.type(Schemas.OBJECT));
        members.set("meta", Schemas.type(Schemas.OBJECT));
        return Schemas.members(members, List.of("status", "code", "title"));
    }

    private static void errors(ObjectNode response) {
        ObjectNode members = Schemas.object();
        members.set("errors", Schemas.array(Schemas.reference("schemas", "Error")));
        response.put("description", "Why it was not done.");
        response.putObject("content")
                .putObject(JsonApi.MEDIA_TYPE)
                .set("schema", Schemas.members(members, List.of("errors")));
    }

    private static void parameters(ObjectNode parameters) {
        ObjectNode id =
                parameters.putObject("id").put("name", "id").put("in", "path").put("required", true);
        id.put("description", "The row's id; the values of a key of several columns are joined by _.");
        id.set("schema", Schemas.type(Schemas.STRING));
        header(
                parameters,
                "IfMatch",
                "If-Match",
                "Tags of the row as it was read, or *: the write is refused otherwise.");
        header(parameters, "IfNoneMatch", "If-None-Match", "Tags of the row that the client has already.");
        header(
                parameters,
                "Prefer",
                "Prefer",
                "resolution=merge merges with somebody else's change what needs no decision.");
        page(parameters, "pageLimit", "limit", "The most rows.", "integer");
        page(parameters, "pageOffset", "offset", "How many rows to leave out first.", "integer");
        page(parameters, "pageAfter", "after", "A place from the link to the next part.", Schemas.STRING);
        page(parameters, "pageBefore", "before", "A place from the link to the previous part.", Schemas.STRING);
        page(parameters, "pageTotal", "total", "Whether all rows are counted.", "boolean");
    }

    private static void page(ObjectNode parameters, String key, String name, String description, String type) {
        parameters.set(key, TypeParameters.query("page[" + name + "]", description, Schemas.type(type)));
    }

    private static void header(ObjectNode parameters, String key, String name, String description) {
        ObjectNode header =
                parameters.putObject(key).put("name", name).put("in", "header").put("description", description);
        header.set("schema", Schemas.type(Schemas.STRING));
    }
}
