package dev.concord.app.gateway;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;

/** What can be read and not changed, at one address and not below it. */
record ReadOnlyAddress(Handler handler) implements Handler {
    private static final String ALLOWED = "GET, HEAD";

    @Override
    public Answer answer(Request request) {
        if (request.path().size() > 1) {
            return Answers.error(ApiError.of(404, "not-found", "Nothing is here", "Nothing is below this address."));
        }
        return request.method().equals("GET")
                ? handler.answer(request)
                : Answers.error(ApiError.of(
                                405,
                                "method-not-allowed",
                                "The method is not allowed here",
                                "Allowed are GET and HEAD."))
                        .with("Allow", ALLOWED);
    }
}
