package dev.concord.app.gateway.read;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.EntityTags;
import java.util.List;
import java.util.Optional;

/**
 * The conditions under which a row is read (RFC 9110, 13.1).
 *
 * @param etag the row's tag
 */
record Conditions(String etag) {

    /**
     * Returns the answer that settles a request without the row: 304 when the client has it, 412 when it wants another one.
     *
     * @param known whether an equal tag means that the client has what it asks for
     * @throws RequestRefused with 400 when a header is malformed
     */
    Optional<Answer> answer(Request request, boolean known) {
        if (tags(request, "If-Match").filter(tags -> !tags.hasStrong(etag)).isPresent()) {
            return Optional.of(Answers.error(ApiError.of(
                                    412,
                                    "precondition-failed",
                                    "The row is another one",
                                    "The row has changed since it had the tag in If-Match.")
                            .atHeader("If-Match"))
                    .with("ETag", etag));
        }
        return tags(request, "If-None-Match")
                .filter(tags -> known && tags.has(etag))
                .map(_ -> Answer.of(304).with("ETag", etag).with("Vary", "Accept"));
    }

    private static Optional<EntityTags> tags(Request request, String header) {
        List<String> values = request.headers().all(header);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Optional<EntityTags> tags = EntityTags.of(values);
        if (tags.isEmpty()) {
            throw new RequestRefused(ApiError.of(
                            400, "header", "The header is not understood", "A list of tags is expected, or * for any.")
                    .atHeader(header));
        }
        return tags;
    }
}
