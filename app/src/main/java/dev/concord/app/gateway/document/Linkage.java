package dev.concord.app.gateway.document;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;

/** What a relationship is to refer to: the {@code data} member of a relationship in a request. */
public sealed interface Linkage {

    /** Where the request says it. */
    JsonPointer at();

    /** Nothing: {@code null}. */
    record ToNone(JsonPointer at) implements Linkage {}

    /** One resource. */
    record ToOne(ResourceIdentifier target, JsonPointer at) implements Linkage {}

    /** Any number of resources. */
    record ToMany(List<ResourceIdentifier> targets, JsonPointer at) implements Linkage {
        public ToMany {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Reads the data of a relationship.
     *
     * @throws RequestRefused when it is not there or malformed
     */
    static Linkage of(BodyPart data) {
        if (data.isNull()) {
            return new ToNone(data.at());
        }
        if (data.value().isArray()) {
            return new ToMany(data.items().stream().map(ResourceIdentifier::of).toList(), data.at());
        }
        return new ToOne(ResourceIdentifier.of(data), data.at());
    }
}
