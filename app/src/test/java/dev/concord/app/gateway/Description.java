package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a gateway says of itself in {@code /openapi.json}, compared with what it does. */
record Description(JsonNode document) {
    private static final JsonMapper JSON = new JsonMapper();
    /** Headers that mean something for one address; others are on every answer. */
    private static final Set<String> HEADERS = Set.of(
            "etag",
            "location",
            "allow",
            "retry-after",
            "preference-applied",
            "idempotency-replayed",
            "www-authenticate");

    static Description of(TestGateway gateway) {
        return new Description(Exchange.get(gateway, "/openapi.json").body());
    }

    static Description read(String document) {
        return new Description(json(document));
    }

    /** Returns the addresses, with names in braces for what is different each time. */
    List<String> addresses() {
        return List.copyOf(names(document.path("paths")));
    }

    /** Returns the methods of an address. */
    Set<String> methods(String address) {
        Set<String> methods = new TreeSet<>();
        names(document.path("paths").path(address)).stream()
                .filter(name -> !name.equals("parameters"))
                .forEach(name -> methods.add(name.toUpperCase(Locale.ROOT)));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /** Asserts that an answer is one that is described. */
    void describes(String method, String path, String body, Exchange answer) {
        String said = method + " " + path + ": " + answer.status() + " " + answer.body();
        JsonNode operation = document.path("paths").path(address(path)).path(method.toLowerCase(Locale.ROOT));
        assertThat(operation.isObject()).as(said).isTrue();
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isObject()).as("status of " + said).isTrue();
        List<String> described = new ArrayList<>();
        names(response.path("headers")).forEach(name -> described.add(name.toLowerCase(Locale.ROOT)));
        answer.response().headers().map().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(HEADERS::contains)
                .forEach(name -> assertThat(described).as(name + " of " + said).contains(name));
        if (!answer.body().isMissingNode()) {
            String mediaType = answer.header("Content-Type").orElseThrow();
            JsonNode schema = response.path("content").path(mediaType).path("schema");
            assertThat(schema.isObject()).as(mediaType + " of " + said).isTrue();
            assertThat(wrong(schema, answer.body())).as(said).isEmpty();
        }
        if (answer.status() < 300 && !body.isEmpty()) {
            JsonNode content = resolved(operation.path("requestBody")).path("content");
            assertThat(content.isEmpty()).as("body of " + said).isFalse();
            assertThat(wrong(content.elements().next().path("schema"), json(body.replace('\'', '"'))))
                    .as("body of " + said)
                    .isEmpty();
        }
    }

    private Set<ValidationMessage> wrong(JsonNode schema, JsonNode value) {
        ObjectNode whole = document.deepCopy();
        whole.putArray("allOf").add(schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole)
                .validate(value);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the address that a path has: of several that fit the one with the fewest braces. */
    private String address(String path) {
        String[] segments = segments(path.replaceAll("\\?.*", "").replaceAll("(?<=.)/$", ""));
        return addresses().stream()
                .filter(address -> fits(segments(address), segments))
                .min(Comparator.comparingInt(address -> address.split("\\{", -1).length))
                .orElseThrow(() -> new AssertionError("not described: " + path));
    }

    private static String[] segments(String path) {
        return path.substring(1).split("/", -1);
    }

    private static boolean fits(String[] template, String[] path) {
        boolean fits = template.length == path.length;
        for (int i = 0; fits && i < path.length; i++) {
            fits = template[i].startsWith("{")
                    || URLDecoder.decode(template[i], StandardCharsets.UTF_8).equals(path[i]);
        }
        return fits;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
