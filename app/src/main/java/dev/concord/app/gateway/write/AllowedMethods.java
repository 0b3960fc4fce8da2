package dev.concord.app.gateway.write;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.http.Answer;

/** The answer to a method that an address does not have. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** Returns the answer that names the methods that are allowed. */
    static Answer only(String methods) {
        return Answers.error(ApiError.of(
                        405, "method-not-allowed", "The method is not allowed here", "Allowed are " + methods + "."))
                .with("Allow", methods);
    }
}
