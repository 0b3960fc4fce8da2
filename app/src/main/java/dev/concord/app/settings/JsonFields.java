package dev.concord.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads fields that must have a certain type. */
final class JsonFields {
    private JsonFields() {}

    /**
     * Returns the elements of an array; none when it is absent.
     *
     * @throws IllegalArgumentException when it is something else than an array
     */
    static Stream<JsonNode> each(JsonNode array) {
        if (!array.isMissingNode() && !array.isArray()) {
            throw new IllegalArgumentException("Not a list: " + array);
        }
        return StreamSupport.stream(array.spliterator(), false);
    }

    /**
     * Returns the text of a member.
     *
     * @throws IllegalArgumentException when it is absent or something else than a text
     */
    static String text(JsonNode object, String name) {
        if (!object.path(name).isTextual()) {
            throw new IllegalArgumentException("Without " + name + ": " + object);
        }
        return object.path(name).textValue();
    }
}
