package dev.concord.app.gateway.atomic;

import dev.concord.app.gateway.atomic.AnswerFile.Claim;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import dev.concord.dialect.FaultText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Carries out a write once, however often it is sent: a request with an {@code Idempotency-Key} is answered as it was answered first, also
 * after a restart. The key is the client's own: another token may use the same one.
 *
 * <p>Where the gateway ended between the write and its answer, it is not known whether the write happened, and that is what is answered. A
 * request that was refused before anything was written, and one that the database was not available for, may be sent again with its key.
 *
 * <p>Source: draft-ietf-httpapi-idempotency-key-header. Safe to share between threads.
 */
public final class IdempotentHandler implements Handler {
    static final String KEY = "Idempotency-Key";

    private static final System.Logger LOG = System.getLogger(IdempotentHandler.class.getName());
    private static final Pattern KEY_VALUE = Pattern.compile("\"?[!#-~]{1,255}\"?");
    private static final int UNAVAILABLE = 503;

    private final AnswerFolder folder;
    private final String scope;
    private final Handler next;

    /**
     * Keeps the answers of a handler.
     *
     * @param folder where they are kept
     * @param scope names the database, so that the same key may be used for another one
     * @param next carries out writes
     */
    public IdempotentHandler(AnswerFolder folder, String scope, Handler next) {
        this.folder = folder;
        this.scope = scope;
        this.next = next;
    }

    @Override
    public Answer answer(Request request) {
        List<String> keys = request.headers().all(KEY);
        if (keys.isEmpty()) {
            return next.answer(request);
        }
        if (keys.size() > 1 || !KEY_VALUE.matcher(keys.getFirst()).matches()) {
            throw new RequestRefused(ApiError.of(
                            400,
                            "malformed-header",
                            "A header is malformed",
                            "The key has to be one text of at most 255 visible characters.")
                    .atHeader(KEY));
        }
        Fingerprint fingerprint = Fingerprint.of(scope, keys.getFirst(), request);
        try {
            return answer(folder.claim(fingerprint), request);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "An answer cannot be kept: {0}", FaultText.of(e));
            return Answers.error(ApiError.of(
                    UNAVAILABLE,
                    "unavailable",
                    "The answer cannot be kept",
                    "Nothing was written, because the answer could not be repeated."));
        }
    }

    private Answer answer(Claim claim, Request request) {
        return switch (claim) {
            case Claim.First(AnswerFile file) -> carriedOut(file, request);
            case Claim.Answered(Answer answer) -> answer.with("Idempotency-Replayed", "true");
            case Claim.UnderWay _ ->
                refused(409, "under-way", "The request is being answered", "The same request was sent before.")
                        .with("Retry-After", "1");
            case Claim.OfAnother _ ->
                refused(422, "key-reused", "The key was used for another request", "Each request needs its own key.");
            case Claim.Unanswered _ ->
                refused(
                        504,
                        "unconfirmed",
                        "It is not known whether the write happened",
                        "The gateway ended before it had answered. Read the resource before anything is sent again.");
        };
    }

    private Answer carriedOut(AnswerFile file, Request request) {
        try (file) {
            Optional<RequestRefused> refused = Optional.empty();
            Optional<Answer> answer = Optional.empty();
            try {
                answer = Optional.of(next.answer(request));
            } catch (RequestRefused e) {
                refused = Optional.of(e);
            }
            if (answer.isEmpty() || answer.get().status() == UNAVAILABLE) {
                file.forget();
            } else {
                file.keep(answer.get());
            }
            if (refused.isPresent()) {
                throw refused.get();
            }
            return answer.orElseThrow();
        }
    }

    private static Answer refused(int status, String code, String title, String detail) {
        return Answers.error(ApiError.of(status, code, title, detail).atHeader(KEY));
    }
}
