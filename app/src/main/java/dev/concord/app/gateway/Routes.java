package dev.concord.app.gateway;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import java.util.Map;

/**
 * Hands a request to what answers addresses that begin as its address does.
 *
 * @param handlers by the first segment of the address; the empty text for the address without any
 */
record Routes(Map<String, Handler> handlers) implements Handler {
    /** Makes the handlers unchangeable. */
    Routes {
        handlers = Map.copyOf(handlers);
    }

    @Override
    public Answer answer(Request request) {
        return handlers.getOrDefault(first(request), _ -> nothing()).answer(request);
    }

    boolean has(Request request) {
        return handlers.containsKey(first(request));
    }

    private static String first(Request request) {
        return request.path().isEmpty() ? "" : request.path().getFirst();
    }

    private static Answer nothing() {
        return Answers.error(ApiError.of(404, "not-found", "Nothing is here", "Records are below /api/."));
    }
}
