package dev.concord.app.gateway.access;

import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import java.util.List;
import java.util.Set;

/** What web pages of other origins are told, as the Fetch standard's CORS protocol has it. */
record CrossOrigin(Set<String> allowed) {
    private static final String METHODS = "GET, HEAD, POST, PATCH, PUT, DELETE";
    private static final String HEADERS =
            "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer";
    private static final String EXPOSED = "ETag, Location, Preference-Applied, Retry-After";

    /**
     * Whether the request comes from where it may come from: from no web page, from a page of the gateway itself, or from
     * one of an origin that was allowed. A page that may not ask could still send, without seeing the answer.
     */
    boolean allows(Request request) {
        List<String> origins = request.headers().all("Origin");
        return origins.isEmpty()
                || (origins.size() == 1
                        && (origins.getFirst().equalsIgnoreCase(request.origin())
                                || allowed.contains(origins.getFirst())));
    }

    /** Whether a browser asks if a page may send a request. */
    static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.headers().first("Origin").isPresent()
                && request.headers().first("Access-Control-Request-Method").isPresent();
    }

    /** Returns the answer to such a question of a page that may ask. */
    Answer preflight(Request request) {
        return marked(
                Answer.of(204)
                        .with("Access-Control-Allow-Methods", METHODS)
                        .with("Access-Control-Allow-Headers", HEADERS)
                        .with("Access-Control-Max-Age", "600"),
                request);
    }

    /** Returns an answer that the page of another origin may read, where it may. */
    Answer marked(Answer answer, Request request) {
        if (allowed.isEmpty()) {
            return answer;
        }
        Answer varying = answer.with("Vary", "Origin");
        return request.headers()
                .first("Origin")
                .filter(allowed::contains)
                .map(origin -> varying.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Expose-Headers", EXPOSED))
                .orElse(varying);
    }
}
