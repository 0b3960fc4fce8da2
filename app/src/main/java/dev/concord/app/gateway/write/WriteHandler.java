package dev.concord.app.gateway.write;

import dev.concord.app.gateway.document.AllowedMethods;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.document.ReadAnswers;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceType;
import java.util.List;
import java.util.Set;

/** Answers POST, PATCH, PUT and DELETE at the addresses of resources and of their relationships. Safe to share between threads. */
public final class WriteHandler implements Handler {
    private static final int OF_TYPE = 2;
    private static final int OF_RESOURCE = 3;
    private static final int OF_ACTION = 4;
    private static final int OF_RELATIONSHIP = 5;

    private final WriteContext context;

    public WriteHandler(WriteContext context) {
        this.context = context;
    }

    /**
     * Answers a write.
     *
     * @throws RequestRefused when it cannot be read, or names nothing
     */
    @Override
    public Answer answer(Request request) {
        if (!request.parameters().names().isEmpty()) {
            throw new RequestRefused(
                    ApiError.of(400, "parameter", "The parameter is not understood", "Writes take no parameters.")
                            .atParameter(request.parameters().names().getFirst()));
        }
        JsonApi.checkAccept(request.headers().all("Accept"), Set.of());
        return ReadAnswers.of(context.store().reading(_ -> routed(request)));
    }

    private Answer routed(Request request) {
        List<String> path = request.path();
        if (path.size() < OF_TYPE) {
            return AllowedMethods.only("GET, HEAD");
        }
        ResourceType type = context.type(path.get(1));
        if (!type.addressable()) {
            return Answers.error(WriteContext.unwritable(type));
        }
        Addresses addresses = new Addresses(request.origin());
        return switch (path.size()) {
            case OF_TYPE ->
                request.method().equals("POST")
                        ? new Insertion(context, type, addresses).answer(request)
                        : AllowedMethods.only("GET, HEAD, POST");
            case OF_RESOURCE -> resource(request, type, addresses);
            case OF_ACTION -> action(request, type, addresses);
            case OF_RELATIONSHIP ->
                path.get(3).equals("relationships")
                        ? new RelationshipWrites(context, type, addresses).answer(request)
                        : Answers.error(WriteContext.missing());
            default -> Answers.error(WriteContext.missing());
        };
    }

    private Answer resource(Request request, ResourceType type, Addresses addresses) {
        return switch (request.method()) {
            case "PATCH" -> new ResourceChange(context, type, addresses).patch(request);
            case "PUT" -> new ResourceChange(context, type, addresses).put(request);
            case "DELETE" -> new Deletion(context, type, addresses).answer(request);
            default -> AllowedMethods.only("GET, HEAD, PATCH, PUT, DELETE");
        };
    }

    private Answer action(Request request, ResourceType type, Addresses addresses) {
        if (request.path().getLast().equals(Addresses.INCREMENT)) {
            return request.method().equals("POST")
                    ? new Incrementing(context, type, addresses).answer(request)
                    : AllowedMethods.only("POST");
        }
        return type.relationship(request.path().getLast()).isPresent()
                ? AllowedMethods.only("GET, HEAD")
                : Answers.error(WriteContext.missing());
    }
}
