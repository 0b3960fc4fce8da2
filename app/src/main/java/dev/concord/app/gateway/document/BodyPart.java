package dev.concord.app.gateway.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A value in a request's body with its place, so that every complaint names the place. Its methods throw {@link RequestRefused}
 * with 400 where the value is not what JSON:API wants there.
 *
 * @param value a missing node where the body has nothing
 * @param at where it is, or would be
 */
public record BodyPart(JsonNode value, JsonPointer at) {

    /** Reads a body. */
    public static BodyPart of(byte[] body) {
        return new BodyPart(StrictJson.read(body), JsonPointer.empty());
    }

    /** Whether the body has it, be it null. */
    public boolean present() {
        return !value.isMissingNode();
    }

    /** Whether it is null. */
    public boolean isNull() {
        return value.isNull();
    }

    /** Returns a member of this object, present or not. */
    public BodyPart member(String name) {
        return new BodyPart(object().value.path(name), at.appendProperty(name));
    }

    /** Returns this, which has to be an object. */
    public BodyPart object() {
        return value.isObject() ? this : refuse("An object is needed here.");
    }

    /** Returns the members of this object in order, or none if it is not present. What begins with @ is not the document's. */
    public SequencedMap<String, BodyPart> members() {
        SequencedMap<String, BodyPart> members = new LinkedHashMap<>();
        if (present()) {
            for (Map.Entry<String, JsonNode> member : object().value.properties()) {
                if (!member.getKey().startsWith("@")) {
                    members.put(member.getKey(), new BodyPart(member.getValue(), at.appendProperty(member.getKey())));
                }
            }
        }
        return members;
    }

    /** Returns the items of this array. */
    public List<BodyPart> items() {
        if (!value.isArray()) {
            return refuse("An array is needed here.");
        }
        List<BodyPart> items = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            items.add(new BodyPart(value.path(i), at.appendIndex(i)));
        }
        return items;
    }

    /** Returns this text, which must not be empty. */
    public String text() {
        if (!value.isTextual() || value.textValue().isEmpty()) {
            return refuse("A text is needed here.");
        }
        return value.textValue();
    }

    /** Returns this text; empty when it is not present. */
    public Optional<String> textIfPresent() {
        return present() ? Optional.of(text()) : Optional.empty();
    }

    /** Refuses the request because of this value; returns never, so that it can stand where a value is needed. */
    @SuppressWarnings({"TypeParameterUnusedInFormals", "DoNotCallSuggester"})
    public <T> T refuse(String detail) {
        throw new RequestRefused(ApiError.of(400, "document", "The document is not as JSON:API wants it", detail)
                .at(at));
    }
}
