package dev.concord.app.gateway.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Headers;
import dev.concord.app.gateway.resource.EntityTags;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.record.Snapshot;
import dev.concord.version.LockingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a request says about the row it wants to write: headers, and the checksum among the attributes. Immutable.
 *
 * @param ifMatch tags of which the row must have one
 * @param ifNoneMatch tags of which the row must have none
 * @param checksum the attribute as sent; empty where it is missing, null, or ignored
 */
public record Preconditions(
        Optional<EntityTags> ifMatch, Optional<EntityTags> ifNoneMatch, Optional<JsonNode> checksum) {

    static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";

    /** What follows for the write; switch over it exhaustively. */
    public sealed interface Verdict {
        /** The row is the one the client knows; the write is guarded by it. */
        record Proved() implements Verdict {}

        /** The client does not say which row it knows, and need not. */
        record Unguarded() implements Verdict {}

        /** The table wants to know, and the client does not say. */
        record Missing() implements Verdict {}

        /** The row has none of the tags in {@code If-Match}: 412. */
        record TagMissed() implements Verdict {}

        /** The row has one of the tags in {@code If-None-Match}: 412. */
        record TagMet() implements Verdict {}

        /** The attribute is another row's: 409. */
        record AttributeFailed() implements Verdict {}
    }

    /**
     * Reads the preconditions of a request.
     *
     * @param checksum the attribute with the checksum, a missing node where there is none
     * @throws RequestRefused with 400 when a header is malformed
     */
    static Preconditions of(Headers headers, ResourceType type, JsonNode checksum) {
        boolean sent = type.carriesChecksum() && !checksum.isMissingNode() && !checksum.isNull();
        return new Preconditions(
                header(headers, IF_MATCH),
                header(headers, IF_NONE_MATCH),
                sent ? Optional.of(checksum) : Optional.empty());
    }

    /**
     * Returns the preconditions of a part of a request, which has no headers of its own.
     *
     * @param tags the value that {@code If-Match} would have; empty for none
     * @param checksum the attribute with the checksum, a missing node where there is none
     * @return empty when the tags are malformed
     */
    public static Optional<Preconditions> ofPart(Optional<String> tags, ResourceType type, JsonNode checksum) {
        Headers none = Headers.NONE;
        if (tags.isEmpty()) {
            return Optional.of(of(none, type, checksum));
        }
        return EntityTags.of(List.of(tags.get()))
                .map(read -> new Preconditions(
                        Optional.of(read),
                        Optional.empty(),
                        of(none, type, checksum).checksum()));
    }

    private static Optional<EntityTags> header(Headers headers, String name) {
        List<String> values = headers.all(name);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(EntityTags.of(values)
                .orElseThrow(() -> new RequestRefused(ApiError.of(
                                400,
                                "malformed-header",
                                "A header is malformed",
                                name + " has to be * or tags in quotation marks, divided by commas.")
                        .atHeader(name))));
    }

    /** Compares these with the row as it is. */
    public Verdict of(ResourceType type, Snapshot now) {
        String tag = type.tags().etag(now);
        if (type.mode() == LockingMode.REQUIRED && ifMatch.isEmpty() && checksum.isEmpty()) {
            return new Verdict.Missing();
        }
        if (ifMatch.isPresent() && !ifMatch.get().hasStrong(tag)) {
            return new Verdict.TagMissed();
        }
        if (ifNoneMatch.isPresent() && ifNoneMatch.get().has(tag)) {
            return new Verdict.TagMet();
        }
        if (checksum.isPresent()
                && !type.tags().checksum(now).equals(checksum.get().textValue())) {
            return new Verdict.AttributeFailed();
        }
        boolean named = checksum.isPresent()
                || ifMatch.filter(EntityTags.Listed.class::isInstance).isPresent();
        return named ? new Verdict.Proved() : new Verdict.Unguarded();
    }

    /** Returns the checksums that the client knows: those in strong tags, and the attribute. */
    public Set<String> known() {
        Set<String> known = new TreeSet<>();
        ifMatch.ifPresent(tags -> {
            if (tags instanceof EntityTags.Listed(List<EntityTags.EntityTag> listed)) {
                listed.stream()
                        .filter(tag -> !tag.weak())
                        .forEach(tag ->
                                known.add(tag.text().substring(1, tag.text().length() - 1)));
            }
        });
        checksum.map(JsonNode::textValue).ifPresent(known::add);
        return known;
    }

    /** Returns what is answered where the row has a tag that it must not have. */
    static ApiError met() {
        return ApiError.of(
                        412,
                        "precondition-failed",
                        "A precondition does not hold",
                        "The resource has a tag that If-None-Match excludes. Nothing was written.")
                .atHeader(IF_NONE_MATCH);
    }

    /** Returns what is answered where the table wants to know the row and the client does not say it. */
    public static ApiError missing(ResourceType type) {
        return ApiError.of(
                        428,
                        "precondition-required",
                        "The write does not say which version it is based on",
                        "Read the resource and send the write again with its ETag in If-Match, or with its attribute "
                                + type.checksum() + ".")
                .atHeader(IF_MATCH);
    }
}
