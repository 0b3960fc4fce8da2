package dev.concord.app.gateway.resource;

import dev.concord.app.gateway.http.RequestTarget;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The addresses of resources, for links.
 *
 * @param origin scheme, host and port as the client wrote them, {@code http://localhost:5656}
 */
public record Addresses(String origin) {

    /** Where all resources are. */
    public static final String ROOT = "api";

    /** Where many resources are written at once; no type has this name. */
    public static final String OPERATIONS = "operations";

    /** Where a resource's numbers are added to. */
    public static final String INCREMENT = "increment";

    /** Returns the address of what there is. */
    public String root() {
        return origin + "/" + ROOT;
    }

    /** Returns the address of the description of all addresses by OpenAPI. */
    public String description() {
        return origin + "/openapi.json";
    }

    /** Returns the address of all resources of a type. */
    public String collection(String type) {
        return root() + "/" + segment(type);
    }

    /** Returns the address of one resource. */
    public String resource(String type, String id) {
        return collection(type) + "/" + segment(id);
    }

    /** Returns the address of the resources that a relationship leads to. */
    public String related(String type, String id, String relationship) {
        return resource(type, id) + "/" + segment(relationship);
    }

    /** Returns the address of a relationship itself. */
    public String relationship(String type, String id, String relationship) {
        return resource(type, id) + "/relationships/" + segment(relationship);
    }

    /**
     * Reads an address, which may be relative to that of many writes.
     *
     * @return its decoded segments; empty where it is no address here, or has a query
     */
    public List<String> path(String address) {
        URI resolved;
        try {
            resolved = URI.create(root() + "/" + OPERATIONS)
                    .resolve(URI.create(address))
                    .normalize();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
        String text = resolved.toASCIIString();
        boolean here = text.startsWith(origin + "/") && text.indexOf('?') < 0 && text.indexOf('#') < 0;
        return here
                ? RequestTarget.of(text.substring(origin.length()), "")
                        .map(RequestTarget::path)
                        .orElse(List.of())
                : List.of();
    }

    /** Writes a segment of an address, or a parameter's name or value, with every character escaped that may mean something else. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
