package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.resource.Addresses;
import java.util.List;

/** The addresses that belong to no type. */
final class GatewayPaths {
    private static final String TAG = "Gateway";
    private static final String JSON = "application/json";

    private GatewayPaths() {}

    /** Adds the addresses; that of many writes at once only where the client may write. */
    static void addTo(ObjectNode paths, boolean writable) {
        String root = "/" + Addresses.ROOT;
        get(paths, root, types());
        if (writable) {
            paths.putObject(root + "/" + Addresses.OPERATIONS).set("post", operations());
        }
        get(
                paths,
                "/" + OpenApi.SEGMENT,
                of("description", "Reads this description.")
                        .plain(200, "A description by OpenAPI 3.1.", JSON, Schemas.type(Schemas.OBJECT)));
        get(
                paths,
                "/metrics",
                of("metrics", "Reads figures for Prometheus.")
                        .plain(200, "Figures.", "text/plain", Schemas.type(Schemas.STRING)));
        get(
                paths,
                "/health",
                of("health", "Tells whether the database answers.")
                        .open()
                        .plain(200, "It does.", JSON, health())
                        .plain(503, "It does not.", JSON, health()));
        OperationDescription page =
                of("page", "Reads the page to try the gateway.").open();
        get(paths, "/", page.plain(200, "The page.", "text/html", Schemas.type(Schemas.STRING)));
        ObjectNode file = Schemas.object().put("name", "file").put("in", "path").put("required", true);
        file.set("schema", Schemas.type(Schemas.STRING));
        get(
                paths,
                "/" + TryPage.SEGMENT + "/{file}",
                of("pageFile", "Reads a file of the page.")
                        .open()
                        .with(file)
                        .plain(200, "The file.", "*/*", Schemas.type(Schemas.STRING)));
    }

    private static void get(ObjectNode paths, String address, OperationDescription operation) {
        paths.putObject(address).set("get", operation.node());
    }

    private static OperationDescription of(String id, String summary) {
        return OperationDescription.of("gateway." + id, summary, TAG);
    }

    private static ObjectNode health() {
        ObjectNode members = Schemas.object();
        members.set("status", Schemas.type(Schemas.STRING));
        return Schemas.members(members, List.of("status"));
    }

    private static OperationDescription types() {
        ObjectNode type = Schemas.object();
        type.set("type", Schemas.type(Schemas.STRING));
        type.set("href", Schemas.type(Schemas.STRING));
        type.set("writable", Schemas.type("boolean"));
        ObjectNode meta = Schemas.object();
        meta.set("types", Schemas.array(Schemas.members(type, List.of("type", "href", "writable"))));
        ObjectNode members = Schemas.object();
        members.set("meta", Schemas.members(meta, List.of("types")));
        members.set("links", Schemas.type(Schemas.OBJECT));
        return of("types", "Reads which types there are.")
                .plain(200, "The types.", JsonApi.MEDIA_TYPE, Schemas.members(members, List.of("meta")));
    }

    private static ObjectNode operations() {
        ObjectNode results = Schemas.object();
        results.set("atomic:results", Schemas.array(result()));
        OperationDescription operation = of(
                        "operations",
                        "Carries out many writes in one transaction, in their order: all of them or none.")
                .plain(
                        200,
                        "What became of each operation.",
                        JsonApi.mediaType(JsonApi.ATOMIC),
                        Schemas.members(results, List.of("atomic:results")))
                .writing()
                .refused(Refusal.ALTERED, Refusal.TOKEN_NEEDED);
        ObjectNode operations = Schemas.object();
        operations.set(
                "atomic:operations",
                Schemas.array(Schemas.reference("schemas", "Operation")).put("minItems", 1));
        operation
                .node()
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject(JsonApi.mediaType(JsonApi.ATOMIC))
                .set("schema", Schemas.members(operations, List.of("atomic:operations")));
        return operation.node();
    }

    private static ObjectNode result() {
        ObjectNode members = Schemas.object();
        members.set("data", Schemas.reference("schemas", "AnyResource"));
        return Schemas.members(members, List.of());
    }
}
