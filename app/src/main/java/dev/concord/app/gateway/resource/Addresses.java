package dev.concord.app.gateway.resource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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

    /** Writes a segment of an address, or a parameter's name or value, with every character escaped that may mean something else. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
