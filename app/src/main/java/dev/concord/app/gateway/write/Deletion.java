package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.ResourceInput;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * DELETE of a resource. A body is not needed; one that is sent is a resource object, whose checksum is compared. Its {@code meta.base} lets a
 * conflict tell what was changed since.
 */
record Deletion(WriteContext context, ResourceType type, Addresses addresses) {
    private static final JsonPointer DATA = JsonPointer.empty().appendProperty("data");

    Answer answer(Request request) {
        Optional<ResourceInput> input = WriteBody.documentIfAny(request).map(ResourceInput::ofDocument);
        String id = request.path().get(2);
        Snapshot now = context.row(WriteContext.key(type, id));
        input.ifPresent(sent -> WriteBody.checkIdentity(sent, type, id));
        JsonNode checksum = input.map(sent -> WriteBody.checksum(sent, type)).orElseGet(MissingNode::getInstance);
        Preconditions preconditions = Preconditions.of(request.headers(), type, checksum);
        Conflicting conflicting = new Conflicting(preconditions, input.map(ResourceChange::base));
        return switch (preconditions.of(type, now)) {
            case Preconditions.Verdict.Missing _ -> Answers.error(Preconditions.missing(type));
            case Preconditions.Verdict.TagMissed _ ->
                conflict(conflicting, now, 412, error -> error.atHeader(Preconditions.IF_MATCH));
            case Preconditions.Verdict.TagMet _ -> Answers.error(Preconditions.met());
            case Preconditions.Verdict.AttributeFailed _ ->
                conflict(
                        conflicting,
                        now,
                        409,
                        error -> error.at(DATA.appendProperty("attributes").appendProperty(type.checksum())));
            case Preconditions.Verdict.Proved _ ->
                answer(conflicting, context.store().delete(now));
            case Preconditions.Verdict.Unguarded _ ->
                answer(conflicting, context.store().deleteIf(now.key(), Optional.empty()));
        };
    }

    private Answer answer(Conflicting conflicting, DeleteOutcome outcome) {
        return switch (outcome) {
            case Outcome.Deleted(RecordKey _) -> Answer.of(204);
            case Outcome.Stale(Snapshot theirs) -> conflict(conflicting, theirs, 409, error -> error);
            case Outcome.Gone _ -> Answers.error(WriteContext.missing());
            case Outcome.Failure why -> Answers.errors(new FailureErrors(type, DATA, Map.of()).of(why));
        };
    }

    /** What the client knows of the row. */
    private record Conflicting(Preconditions preconditions, Optional<BodyPart> base) {}

    private Answer conflict(Conflicting of, Snapshot now, int status, UnaryOperator<ApiError> source) {
        Set<String> known = of.preconditions().known();
        Optional<Snapshot> before = of.base().flatMap(sent -> ClientBase.of(type, sent, known, now));
        Optional<RecordMerge> since = before.map(base -> context.merge(type, Draft.of(base), now));
        return Answers.error(source.apply(new RowConflict(type, known, now, before, since).error(status, addresses)))
                .with("ETag", type.tags().etag(now));
    }
}
