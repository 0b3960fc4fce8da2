package dev.concord.app.gateway.atomic;

import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.Linkage;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.document.ResourceInput;
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
     * Reads an operation.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when it is malformed
     */
    static Operation of(BodyPart part) {
        BodyPart href = part.member("href");
        if (href.present()) {
            return href.refuse("The target has to be named by ref, with type and id or lid.");
        }
        BodyPart op = part.member("op");
        BodyPart ref = part.member("ref");
        if (ref.present() && ref.member("relationship").present()) {
            return relate(part, op, ref);
        }
        BodyPart data = part.member("data");
        return switch (op.text()) {
            case "add" -> new Add(part, ResourceInput.of(data));
            case "update" -> update(part, ResourceInput.of(data), ref);
            case "remove" -> new Remove(part, ResourceIdentifier.of(ref));
            default -> op.refuse("An operation is add, update or remove.");
        };
    }

    private static Operation update(BodyPart part, ResourceInput input, BodyPart ref) {
        ResourceIdentifier own = ResourceIdentifier.of(input.part());
        if (ref.present()) {
            ResourceIdentifier target = ResourceIdentifier.of(ref);
            boolean same = target.type().equals(own.type())
                    && target.id().equals(own.id())
                    && target.lid().equals(own.lid());
            if (!same) {
                return ref.refuse("The operation names two different resources.");
            }
        }
        return new Update(part, own, input);
    }

    private static Operation relate(BodyPart part, BodyPart op, BodyPart ref) {
        if (!op.text().equals("update")) {
            return op.refuse("Members are added and removed by updating the resources that hold the foreign key.");
        }
        return new Relate(
                part, ResourceIdentifier.of(ref), ref.member("relationship").text(), Linkage.of(part.member("data")));
    }

    /** Returns the ETag that the row must have, from the operation's {@code meta.etag}. */
    default Optional<String> etag() {
        BodyPart meta = part().member("meta");
        return meta.present() ? meta.member("etag").textIfPresent() : Optional.empty();
    }
}
