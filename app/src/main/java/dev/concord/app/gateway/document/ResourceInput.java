package dev.concord.app.gateway.document;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A resource object in a request: what is to be written. Members that JSON:API does not know are ignored, as it demands.
 *
 * @param part the whole object
 * @param type the name of its type
 * @param id its id; empty where the client leaves it to the gateway
 * @param lid its id within this request
 * @param attributes by name, in order
 * @param relationships by name, in order
 * @param meta an object, or not present
 */
public record ResourceInput(
        BodyPart part,
        String type,
        Optional<String> id,
        Optional<String> lid,
        SequencedMap<String, BodyPart> attributes,
        SequencedMap<String, Linkage> relationships,
        BodyPart meta) {

    /**
     * Reads the resource object of a document.
     *
     * @throws RequestRefused when the document has none, or it is malformed
     */
    public static ResourceInput ofDocument(BodyPart document) {
        return of(document.member("data"));
    }

    /**
     * Reads a resource object.
     *
     * @throws RequestRefused when it is malformed
     */
    public static ResourceInput of(BodyPart part) {
        SequencedMap<String, Linkage> relationships = new LinkedHashMap<>();
        part.member("relationships")
                .members()
                .forEach((name, relationship) -> relationships.put(name, Linkage.of(relationship.member("data"))));
        BodyPart meta = part.member("meta");
        return new ResourceInput(
                part,
                part.member("type").text(),
                part.member("id").textIfPresent(),
                part.member("lid").textIfPresent(),
                part.member("attributes").members(),
                relationships,
                meta.present() ? meta.object() : meta);
    }
}
