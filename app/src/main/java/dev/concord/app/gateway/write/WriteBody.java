package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.document.ResourceInput;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.ResourceType;
import java.util.Optional;
import java.util.Set;

/** Reads the bodies of writes, and compares them with the address they were sent to. */
public final class WriteBody {
    private WriteBody() {}

    /**
     * Reads a document.
     *
     * @throws RequestRefused with 400 or 415
     */
    static BodyPart document(Request request) {
        JsonApi.checkBody(request.headers().first("Content-Type"), Set.of());
        return BodyPart.of(request.body()).object();
    }

    /** Reads a document that need not be there. */
    static Optional<BodyPart> documentIfAny(Request request) {
        return request.body().length == 0 ? Optional.empty() : Optional.of(document(request));
    }

    /**
     * Checks that a resource object is of the type and the resource of the address.
     *
     * @throws RequestRefused with 400 without an id, and with 409 if it is another one
     */
    static void checkIdentity(ResourceInput input, ResourceType type, String id) {
        checkType(input, type);
        BodyPart sent = input.part().member("id");
        boolean same = input.id().isPresent()
                && type.ids().key(input.id().get()).equals(type.ids().key(id));
        if (input.id().isEmpty()) {
            sent.refuse("The id of the resource is needed here.");
        } else if (!same) {
            throw other("The address names a resource of another id.", sent.at());
        }
    }

    /**
     * Checks that a resource object is of the type of the address.
     *
     * @throws RequestRefused with 409 if it is of another one
     */
    static void checkType(ResourceInput input, ResourceType type) {
        if (!input.type().equals(type.name())) {
            throw other(
                    "The address names resources of the type " + type.name() + ".",
                    input.part().member("type").at());
        }
    }

    /** Returns the checksum among the attributes; a missing node where there is none. */
    public static JsonNode checksum(ResourceInput input, ResourceType type) {
        BodyPart sent = input.attributes().get(type.checksum());
        return sent == null ? MissingNode.getInstance() : sent.value();
    }

    private static RuntimeException other(String detail, JsonPointer at) {
        return new RequestRefused(ApiError.of(409, "identity", "The document is about another resource", detail)
                .at(at));
    }
}
