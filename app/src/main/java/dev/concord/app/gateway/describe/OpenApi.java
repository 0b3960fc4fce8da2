package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.ReadAnswers;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.store.RecordStore;
import java.util.SequencedMap;

/**
 * Describes by OpenAPI 3.1 what the gateway serves, as the database is now. Tables and columns that the client may not see are not in it.
 * Safe to share between threads.
 */
public final class OpenApi implements Handler {
    /** The address of the description. */
    public static final String SEGMENT = "openapi.json";

    private static final String VERSION = "3.1.0";
    private static final JsonMapper JSON = new JsonMapper();

    private final RecordStore store;
    private final ResourceTypes types;
    private final boolean writable;

    /**
     * Describes types.
     *
     * @param store the store of the types
     * @param types the types the client may see
     * @param writable whether the client may write at all
     */
    public OpenApi(RecordStore store, ResourceTypes types, boolean writable) {
        this.store = store;
        this.types = types;
        this.writable = writable;
    }

    @Override
    public Answer answer(Request request) {
        return ReadAnswers.of(store.reading(
                _ -> Answer.of(200, "application/json", new Content.Bytes(bytes(document(request.origin()))))));
    }

    private static byte[] bytes(ObjectNode document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A description in memory could not be written", impossible);
        }
    }

    private ObjectNode document(String origin) {
        ObjectNode document = Schemas.object().put("openapi", VERSION);
        document.putObject("info")
                .put("title", "Records")
                .put("version", "1")
                .put(
                        "description",
                        "Rows of a database as resources of JSON:API 1.1. A write says by If-Match, or by the checksum among the"
                                + " attributes, which row it means to change, and is refused if somebody has changed it.");
        document.putArray("servers").addObject().put("url", origin);
        ObjectNode paths = document.putObject("paths");
        ObjectNode components = Components.of();
        SequencedMap<String, ResourceType> named = SchemaNames.of(types.all(), Components.SCHEMAS);
        GatewayPaths.addTo(paths, writable);
        named.forEach((name, type) -> {
            boolean ofType = writable && type.table().readOnlyReason().isEmpty();
            new TypePaths(type, name, ofType).addTo(paths);
            new ChangePaths(type, name).addTo(paths);
            new TypeSchemas(type, name).addTo(components.withObject("/schemas"));
        });
        document.set("components", components);
        // A token is needed where the gateway has any.
        document.putArray("security").add(Schemas.object()).addObject().putArray("bearer");
        return document;
    }
}
