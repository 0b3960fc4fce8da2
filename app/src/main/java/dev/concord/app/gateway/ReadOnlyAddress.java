package dev.concord.app.gateway;

import dev.concord.app.gateway.document.AllowedMethods;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;

/** What can be read and not changed, at one address and not below it. */
record ReadOnlyAddress(Handler handler) implements Handler {

    @Override
    public Answer answer(Request request) {
        if (request.path().size() > 1) {
            return Answers.error(ApiError.of(404, "not-found", "Nothing is here", "Nothing is below this address."));
        }
        return AllowedMethods.reads(request) ? handler.answer(request) : AllowedMethods.only(AllowedMethods.READING);
    }
}
