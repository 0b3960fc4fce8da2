package dev.concord.app.gateway.document;

import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;

/** The answer to a method that an address does not have. */
public final class AllowedMethods {
    /** Those of what can only be read. */
    public static final String READING = "GET, HEAD";

    private AllowedMethods() {}

    /** Whether a request reads; HEAD is handled as GET. */
    public static boolean reads(Request request) {
        return request.method().equals("GET");
    }

    /** Returns the answer that names the methods that are allowed. */
    public static Answer only(String methods) {
        return Answers.error(ApiError.of(
                        405, "method-not-allowed", "The method is not allowed here", "Allowed are " + methods + "."))
                .with("Allow", methods);
    }
}
