package dev.concord.app.gateway.document;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/**
 * A resource as a request names it.
 *
 * @param type the name of its type
 * @param id its id; empty where it has only a local one
 * @param lid its id within this request; empty where it has a real one
 * @param at where the request names it
 */
public record ResourceIdentifier(String type, Optional<String> id, Optional<String> lid, JsonPointer at) {

    /**
     * Reads an identifier.
     *
     * @throws RequestRefused unless it has a type and one of the ids
     */
    public static ResourceIdentifier of(BodyPart part) {
        String type = part.member("type").text();
        Optional<String> id = part.member("id").textIfPresent();
        Optional<String> lid = part.member("lid").textIfPresent();
        if (id.isPresent() == lid.isPresent()) {
            return part.refuse("Either an id or a lid is needed here.");
        }
        return new ResourceIdentifier(type, id, lid, part.at());
    }
}
