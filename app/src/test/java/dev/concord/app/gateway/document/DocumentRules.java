package dev.concord.app.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What JSON:API 1.1 wants of every document: a schema of ours, and what no schema can say, that no resource is there twice and that
 * something leads to each included one.
 */
public final class DocumentRules {
    private static final JsonSchema SCHEMA = schema();

    private DocumentRules() {}

    private static JsonSchema schema() {
        try (InputStream in = Objects.requireNonNull(
                DocumentRules.class.getResourceAsStream("/dev/concord/app/gateway/document.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what is wrong with a document; nothing, if it is as it should be. */
    public static List<String> broken(JsonNode document) {
        List<String> broken = new ArrayList<>();
        SCHEMA.validate(document.toString(), InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .forEach(message -> broken.add(message.getMessage()));
        if (broken.isEmpty()) {
            twice(document, broken);
            unlinked(document, broken);
        }
        return broken;
    }

    private static void twice(JsonNode document, List<String> broken) {
        Set<String> seen = new HashSet<>();
        for (JsonNode resource : resources(document)) {
            if (!seen.add(identity(resource))) {
                broken.add("twice: " + identity(resource));
            }
        }
    }

    private static void unlinked(JsonNode document, List<String> broken) {
        Set<String> linked = new HashSet<>();
        for (JsonNode resource : resources(document)) {
            resource.path("relationships").forEach(relationship -> {
                JsonNode data = relationship.path("data");
                (data.isArray() ? data : List.of(data)).forEach(one -> linked.add(identity(one)));
            });
        }
        // Identifiers may be primary data.
        JsonNode data = document.path("data");
        (data.isArray() ? data : List.of(data)).forEach(one -> {
            if (!one.has("attributes")) {
                linked.add(identity(one));
            }
        });
        for (JsonNode included : document.path("included")) {
            if (!linked.contains(identity(included))) {
                broken.add("nothing leads to " + identity(included));
            }
        }
    }

    private static List<JsonNode> resources(JsonNode document) {
        List<JsonNode> resources = new ArrayList<>();
        JsonNode data = document.path("data");
        if (data.isObject()) {
            resources.add(data);
        } else {
            data.forEach(resources::add);
        }
        document.path("included").forEach(resources::add);
        return resources;
    }

    private static String identity(JsonNode resource) {
        return resource.path("type").asText() + " " + resource.path("id").asText();
    }
}
