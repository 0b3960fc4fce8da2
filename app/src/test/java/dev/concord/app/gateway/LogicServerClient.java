package dev.concord.app.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A client written for API Logic Server, which knows nothing of this gateway: every address ends with a slash, documents are
 * {@code application/json}, pages have {@code page[limit]} and {@code page[offset]}, values of a key are joined by {@code _}, and the checksum
 * is an attribute like others. It follows no link, and sends no header but the media type.
 */
final class LogicServerClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;

    /** An answer. */
    record Reply(int status, JsonNode document) {

        JsonNode attribute(String name) {
            return document.at("/data/attributes").path(name);
        }

        /** Returns the checksum, which is missing where resources have none. */
        String checksum() {
            return attribute("S_CheckSum").asText();
        }

        String id() {
            return document.at("/data/id").asText();
        }

        /** Returns the text that such a client shows to its user. */
        String message() {
            return document.at("/errors/0/title").asText();
        }

        Reply expecting(int expected) {
            assertThat(status).as(document.toString()).isEqualTo(expected);
            return this;
        }
    }

    /** @param address of the gateway, with a slash at the end */
    LogicServerClient(String address) {
        this.api = address + "api/";
    }

    Reply get(String type, String id, String... parameters) {
        return send("GET", type + "/" + segment(id) + "/" + query(parameters), Map.of());
    }

    /** Reads all rows of a type, so many at a time. */
    List<JsonNode> all(String type, int limit, String... parameters) {
        List<JsonNode> rows = new ArrayList<>();
        long total = 1;
        while (rows.size() < total) {
            List<String> all = new ArrayList<>(List.of(parameters));
            all.addAll(List.of("page[limit]=" + limit, "page[offset]=" + rows.size()));
            JsonNode page = send("GET", type + "/" + query(all.toArray(String[]::new)), Map.of())
                    .expecting(200)
                    .document();
            assertThat(page.path("data").size())
                    .isEqualTo(page.at("/meta/count").asInt())
                    .isBetween(1, limit);
            assertThat(page.at("/meta/limit").asInt()).isEqualTo(limit);
            page.path("data").forEach(rows::add);
            total = page.at("/meta/total").asLong();
        }
        return rows;
    }

    Reply post(String type, Map<String, ?> attributes) {
        return send("POST", type + "/", Map.of("data", Map.of("type", type, "attributes", attributes)));
    }

    Reply patch(String type, String id, Map<String, ?> attributes) {
        return send("PATCH", type + "/" + segment(id) + "/", resource(type, id, attributes));
    }

    Reply delete(String type, String id) {
        return send("DELETE", type + "/" + segment(id) + "/", Map.of());
    }

    /** Deletes a row that has a checksum. */
    Reply delete(String type, String id, String checksum) {
        return send("DELETE", type + "/" + segment(id) + "/", resource(type, id, Map.of("S_CheckSum", checksum)));
    }

    /** Returns attributes with the checksum of a row, if it has one. */
    static Map<String, Object> with(String checksum, Map<String, ?> attributes) {
        Map<String, Object> all = new LinkedHashMap<>(attributes);
        if (!checksum.isEmpty()) {
            all.put("S_CheckSum", checksum);
        }
        return all;
    }

    private static Map<String, ?> resource(String type, String id, Map<String, ?> attributes) {
        return Map.of("data", Map.of("type", type, "id", id, "attributes", attributes));
    }

    private Reply send(String method, String address, Map<String, ?> document) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + address));
        try {
            if (document.isEmpty()) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(document)));
            }
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(answer.statusCode(), read(answer.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no answer to " + method + " " + address, e);
        }
    }

    private static JsonNode read(String body) throws JsonProcessingException {
        return body.isEmpty() ? JSON.missingNode() : JSON.readTree(body);
    }

    private static String query(String... parameters) {
        return parameters.length == 0
                ? ""
                : List.of(parameters).stream()
                        .map(parameter -> parameter.split("=", 2))
                        .map(parts -> segment(parts[0]) + "=" + segment(parts[1]))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }
}
