package dev.concord.app.gateway.access;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lets those requests through that may be asked. The host is checked first: a page whose name was made to lead to this
 * computer afterwards (DNS rebinding) still names itself there.
 */
public final class AccessGate implements Handler {
    private static final Set<String> READING = Set.of("GET", "OPTIONS");
    private static final String BEARER = "bearer ";

    private final AccessPolicy policy;
    private final CrossOrigin crossOrigin;
    private final Map<Rights, Handler> behind;
    private final Predicate<Request> open;
    private final Handler everybody;

    /**
     * A gate.
     *
     * @param behind what answers clients, for all rights that the policy gives
     * @param open which requests need no token
     * @param everybody answers those, by their head alone
     */
    public AccessGate(AccessPolicy policy, Map<Rights, Handler> behind, Predicate<Request> open, Handler everybody) {
        this.policy = policy;
        this.crossOrigin = new CrossOrigin(policy.origins());
        this.behind = Map.copyOf(behind);
        this.open = open;
        this.everybody = everybody;
    }

    /**
     * Answers what needs no body: requests that are refused, those that need no token, and the question of a browser whether a page may
     * ask. So nobody without a token makes the gateway read a body.
     *
     * @param head a request, with its body or without
     * @return empty for a request that goes through the gate
     */
    public Optional<Answer> answerToHead(Request head) {
        if (!policy.hosts().contains(hostName(head))) {
            return Optional.of(denied(
                    421, "host-unknown", "The host is not served here", "The gateway is not asked by this name."));
        }
        if (!crossOrigin.allows(head)) {
            return Optional.of(denied(
                    403, "origin-not-allowed", "The origin may not ask", "Web pages of this origin may not ask."));
        }
        return withoutRights(head).map(answer -> crossOrigin.marked(answer, head));
    }

    @Override
    public Answer answer(Request request) {
        return answerToHead(request).orElseGet(() -> crossOrigin.marked(permitted(request), request));
    }

    private Optional<Answer> withoutRights(Request head) {
        if (CrossOrigin.isPreflight(head)) {
            return Optional.of(crossOrigin.preflight(head));
        }
        if (open.test(head)) {
            return Optional.of(everybody.answer(head));
        }
        Optional<Rights> rights = rights(head);
        if (rights.isEmpty()) {
            return Optional.of(unauthorized(!head.headers().all("Authorization").isEmpty()));
        }
        return rights.get().write() || READING.contains(head.method())
                ? Optional.empty()
                : Optional.of(denied(
                        403, "read-only", "Records may not be changed", "Records may be read here, not changed."));
    }

    private Answer permitted(Request request) {
        Handler handler = behind.get(rights(request).orElseThrow());
        if (handler == null) {
            throw new IllegalStateException("rights that were not prepared for");
        }
        return handler.answer(request);
    }

    private Optional<Rights> rights(Request request) {
        List<String> credentials = request.headers().all("Authorization");
        return credentials.isEmpty()
                ? policy.rightsOfNobody()
                : secret(credentials).flatMap(policy::rightsOf).or(policy::rightsOfNobody);
    }

    private static Optional<String> secret(List<String> credentials) {
        return credentials.size() == 1
                        && credentials.getFirst().toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.of(credentials.getFirst().substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static Answer unauthorized(boolean sent) {
        return denied(
                        401,
                        sent ? "token-unknown" : "token-missing",
                        "A token is needed",
                        "Send a token that is known here as Authorization: Bearer.")
                .with("WWW-Authenticate", sent ? "Bearer error=\"invalid_token\"" : "Bearer");
    }

    private static Answer denied(int status, String code, String title, String detail) {
        return Answers.error(ApiError.of(status, code, title, detail));
    }

    /** Returns the name in the origin, without scheme and port. */
    private static String hostName(Request request) {
        String host = request.origin().substring(request.origin().indexOf("://") + 3);
        int port = host.startsWith("[") ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':');
        return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
    }
}
