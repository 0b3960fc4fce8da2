package dev.concord.app.gateway.atomic;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.resource.Addresses;
import java.util.List;
import java.util.Optional;

/**
 * What an operation is about: a type, a resource, or a relationship of a resource.
 *
 * @param type the name of the type
 * @param id empty for a type, and for a resource that the same request adds
 * @param lid the id within the request; empty for a type, and for a resource that has a real one
 * @param relationship its name; empty for the type or the resource itself
 * @param at where the request names it
 */
record OperationTarget(
        String type, Optional<String> id, Optional<String> lid, Optional<String> relationship, JsonPointer at) {
    private static final String RELATIONSHIPS = "relationships";
    private static final int OF_TYPE = 2;
    private static final int OF_RESOURCE = 3;
    private static final int OF_RELATIONSHIP = 5;

    /**
     * Reads the target of an operation, which is named by {@code ref} or by {@code href}.
     *
     * @return empty where the operation has neither
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when it is malformed
     */
    static Optional<OperationTarget> of(BodyPart operation, Addresses addresses) {
        BodyPart ref = operation.member("ref");
        BodyPart href = operation.member("href");
        if (href.present()) {
            return Optional.of(ref.present() ? href.refuse("Either ref or href is needed.") : at(href, addresses));
        }
        return ref.present() ? Optional.of(named(ref)) : Optional.empty();
    }

    private static OperationTarget named(BodyPart ref) {
        ResourceIdentifier resource = ResourceIdentifier.of(ref);
        return new OperationTarget(
                resource.type(),
                resource.id(),
                resource.lid(),
                ref.member("relationship").textIfPresent(),
                ref.at());
    }

    private static OperationTarget at(BodyPart href, Addresses addresses) {
        List<String> path = addresses.path(href.text());
        boolean addressed = path.size() >= OF_TYPE && path.getFirst().equals(Addresses.ROOT);
        boolean relationship =
                path.size() == OF_RELATIONSHIP && path.get(OF_RESOURCE).equals(RELATIONSHIPS);
        if (!addressed || (path.size() > OF_RESOURCE && !relationship)) {
            return href.refuse("This is no address of a type, a resource or a relationship here.");
        }
        return new OperationTarget(
                path.get(1),
                path.size() > OF_TYPE ? Optional.of(path.get(OF_TYPE)) : Optional.empty(),
                Optional.empty(),
                relationship ? Optional.of(path.getLast()) : Optional.empty(),
                href.at());
    }

    /** Whether it is a type. */
    boolean isType() {
        return id.isEmpty() && lid.isEmpty();
    }

    /** Returns the resource, or the one whose relationship it is. */
    ResourceIdentifier resource() {
        return new ResourceIdentifier(type, id, lid, at);
    }

    /** Whether it is what an identifier names. */
    boolean names(ResourceIdentifier other) {
        return type.equals(other.type()) && id.equals(other.id()) && lid.equals(other.lid());
    }
}
