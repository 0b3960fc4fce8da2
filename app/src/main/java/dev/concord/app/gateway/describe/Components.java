package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What the descriptions of all types refer to. */
final class Components {
    /** The names of schemas that are not a type's. */
    static final Set<String> SCHEMAS =
            Set.of("AnyResource", "ResourceMeta", "Error", "Errors", "Conflict", "Operation");

    private Components() {}

    /** Returns all but the types' own schemas. */
    static ObjectNode of() {
        ObjectNode components = Schemas.object();
        ObjectNode schemas = components.putObject("schemas");
        schemas.set("AnyResource", anyResource());
        schemas.set("ResourceMeta", resourceMeta());
        schemas.set("Error", error());
        schemas.set("Errors", errors());
        schemas.set("Conflict", ConflictSchema.of());
        schemas.set("Operation", operation());
        parameters(components.putObject("parameters"));
        Refusal.addTo(components.putObject("responses"));
        headers(components.putObject("headers"));
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer");
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
        ObjectNode schema = Schemas.members(members, List.of("status", "code", "title"));
        // What a conflict says of the row.
        schema.putObject("if").putObject("properties").putObject("code").put("const", "stale");
        ObjectNode conflict = Schemas.object();
        conflict.set("meta", Schemas.reference("schemas", "Conflict"));
        schema.set("then", Schemas.members(conflict, List.of("meta")));
        return schema;
    }

    private static ObjectNode errors() {
        ObjectNode members = Schemas.object();
        members.set("errors", Schemas.array(Schemas.reference("schemas", "Error")));
        return Schemas.members(members, List.of("errors"));
    }

    private static ObjectNode operation() {
        ObjectNode members = Schemas.object();
        ObjectNode op = Schemas.type(Schemas.STRING);
        op.set("enum", Schemas.texts(List.of("add", "update", "remove")));
        members.set("op", op);
        ObjectNode ref = Schemas.object();
        for (String name : List.of("type", "id", "lid", "relationship")) {
            ref.set(name, Schemas.type(Schemas.STRING));
        }
        members.set("ref", Schemas.members(ref, List.of("type")));
        members.set(
                "href",
                Schemas.type(Schemas.STRING)
                        .put(
                                "description",
                                "The address of a type, a resource or a relationship, instead of ref; it may be"
                                        + " relative to this one."));
        members.set("data", Schemas.object().put("description", "A resource, or what a relationship leads to."));
        ObjectNode meta = Schemas.object();
        meta.set("etag", Schemas.type(Schemas.STRING).put("description", "The tag that the row must have."));
        members.set("meta", Schemas.members(meta, List.of()));
        return Schemas.members(members, List.of("op"));
    }

    private static void headers(ObjectNode headers) {
        answered(headers, "ETag", "The tag of the whole row, whatever part of it is shown.");
        answered(headers, "Location", "The address of the new row.");
        answered(headers, "Preference-Applied", "resolution=merge, where two changes were merged.");
        answered(headers, "Idempotency-Replayed", "true, where the same request was answered before.");
        answered(headers, "Retry-After", "Seconds after which the same request can be sent again.");
        answered(headers, "Allow", "The methods that the address has.");
        answered(headers, "WWW-Authenticate", "Bearer.");
    }

    private static void answered(ObjectNode headers, String name, String description) {
        headers.putObject(name).put("description", description).set("schema", Schemas.type(Schemas.STRING));
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
                "IfNoneMatchOfWrite",
                "If-None-Match",
                "Tags that the row must not have: the write is refused otherwise.");
        header(
                parameters,
                "IdempotencyKey",
                "Idempotency-Key",
                "A key of the client's own, another one for each write: the write can be sent again and is carried out once.");
        header(
                parameters,
                "Prefer",
                "Prefer",
                "resolution=merge merges with somebody else's change what needs no decision.");
        parameters.set(
                "include",
                TypeParameters.query(
                        "include",
                        "Related rows to include: paths of relationships.",
                        Schemas.array(Schemas.type(Schemas.STRING))));
        parameters.set(
                "sort",
                TypeParameters.query(
                        "sort",
                        "The order: attributes of the related rows, each with - before it for descending.",
                        Schemas.array(Schemas.type(Schemas.STRING))));
        header(
                parameters,
                "LastEventId",
                "Last-Event-ID",
                "The id of the last event that was received: what changed since then is told first.");
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
