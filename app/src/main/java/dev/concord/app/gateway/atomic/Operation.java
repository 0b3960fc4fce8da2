package dev.concord.app.gateway.atomic;

import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.Linkage;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.document.ResourceInput;
import dev.concord.app.gateway.resource.Addresses;
import java.util.Optional;

/** One operation of an atomic request (JSON:API's extension for atomic operations). */
sealed interface Operation {

    /** The whole operation. */
    BodyPart part();

    /** A new resource. */
    record Add(BodyPart part, ResourceInput input) implements Operation {}

    /** Changed attributes and relationships of a resource. */
    record Update(BodyPart part, ResourceIdentifier target, ResourceInput input) implements Operation {}

    /** The deletion of a resource. */
    record Remove(BodyPart part, ResourceIdentifier target) implements Operation {}

    /** Another target of a relationship. */
    record Relate(BodyPart part, ResourceIdentifier target, String relationship, Linkage linkage)
            implements Operation {}

    /**
     * More or fewer members of a relationship.
     *
     * @param adding whether they are added; otherwise removed
     */
    record Members(BodyPart part, ResourceIdentifier target, String relationship, Linkage linkage, boolean adding)
            implements Operation {}

    /**
     * Reads an operation.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when it is malformed
     */
    static Operation of(BodyPart part, Addresses addresses) {
        Optional<OperationTarget> target = OperationTarget.of(part, addresses);
        BodyPart op = part.member("op");
        Optional<String> relationship = target.flatMap(OperationTarget::relationship);
        if (relationship.isPresent()) {
            return ofRelationship(part, op, target.get().resource(), relationship.get());
        }
        return switch (op.text()) {
            case "add" -> add(part, target);
            case "update" -> update(part, target);
            case "remove" -> remove(part, target);
            default -> unknown(op);
        };
    }

    private static Operation add(BodyPart part, Optional<OperationTarget> target) {
        ResourceInput input = ResourceInput.of(part.member("data"));
        boolean elsewhere = target.isPresent()
                && !(target.get().isType() && target.get().type().equals(input.type()));
        return elsewhere ? named(part).refuse("A resource is added to its own type.") : new Add(part, input);
    }

    private static Operation update(BodyPart part, Optional<OperationTarget> target) {
        ResourceInput input = ResourceInput.of(part.member("data"));
        ResourceIdentifier own = ResourceIdentifier.of(input.part());
        boolean another = target.isPresent() && !target.get().names(own);
        return another
                ? named(part).refuse("The operation names two different resources.")
                : new Update(part, own, input);
    }

    private static Operation remove(BodyPart part, Optional<OperationTarget> target) {
        Optional<ResourceIdentifier> resource =
                target.filter(named -> !named.isType()).map(OperationTarget::resource);
        return resource.isPresent()
                ? new Remove(part, resource.get())
                : named(part).refuse("The resource to be removed is needed here.");
    }

    private static Operation ofRelationship(
            BodyPart part, BodyPart op, ResourceIdentifier target, String relationship) {
        Linkage linkage = Linkage.of(part.member("data"));
        return switch (op.text()) {
            case "add" -> new Members(part, target, relationship, linkage, true);
            case "update" -> new Relate(part, target, relationship, linkage);
            case "remove" -> new Members(part, target, relationship, linkage, false);
            default -> unknown(op);
        };
    }

    private static Operation unknown(BodyPart op) {
        return op.refuse("An operation is add, update or remove.");
    }

    /** Returns what names the target. */
    private static BodyPart named(BodyPart part) {
        return part.member(part.member("href").present() ? "href" : "ref");
    }

    /** Returns the ETag that the row must have, from the operation's {@code meta.etag}. */
    default Optional<String> etag() {
        BodyPart meta = part().member("meta");
        return meta.present() ? meta.member("etag").textIfPresent() : Optional.empty();
    }
}
