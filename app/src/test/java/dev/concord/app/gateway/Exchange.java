package dev.concord.app.gateway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * A request that a gateway answered over a socket.
 *
 * @param status the answer's
 * @param response the answer
 * @param body the answer's document; missing where it has none
 */
public record Exchange(int status, HttpResponse<String> response, JsonNode body) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Asks for an address below the gateway's, its characters as people write them. */
    public static Exchange get(TestGateway gateway, String address, String... headers) {
        return send(gateway, "GET", address, "", headers);
    }

    /** Asks for the address of a link. */
    public static Exchange follow(TestGateway gateway, JsonNode link) {
        return get(gateway, link.asText().substring(gateway.address().length() - 1));
    }

    /** Sends a document in which quotation marks may be single ones, as JSON:API if the headers do not say otherwise. */
    public static Exchange send(TestGateway gateway, String method, String address, String body, String... headers) {
        HttpRequest.Builder request = gateway.request(escaped(address).substring(1), headers)
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')));
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            typed |= headers[i].equalsIgnoreCase("Content-Type");
        }
        if (!body.isEmpty() && !typed) {
            request.header("Content-Type", "application/vnd.api+json");
        }
        try {
            HttpResponse<String> response = gateway.send(request);
            return new Exchange(
                    response.statusCode(),
                    response,
                    response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The gateway did not answer " + URI.create(escaped(address)), e);
        }
    }

    /** Brackets and the like must be escaped in an address; what is escaped already stays so. */
    private static String escaped(String address) {
        return address.replace("[", "%5B")
                .replace("]", "%5D")
                .replace(" ", "%20")
                .replace(">", "%3E")
                .replace("<", "%3C")
                .replace("\"", "%22");
    }

    /** Returns the member of the document at a pointer. */
    public JsonNode at(String pointer) {
        return body.at(pointer);
    }

    /** Returns a header. */
    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }
}
