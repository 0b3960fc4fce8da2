package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.Attribute;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.outcome.Outcome;
import dev.concord.record.Increment;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * POST to a resource's {@code increment}: adds to a number, whatever the row holds by then, so that two clients that count at the same
 * time both count. Needs no precondition in any mode and takes none: the database locks the row while it adds.
 *
 * <pre>{@code {"meta": {"attribute": "stock", "by": -1, "notBelow": 0}}}</pre>
 */
record Incrementing(WriteContext context, ResourceType type, Addresses addresses) {
    private static final JsonPointer META = JsonPointer.empty().appendProperty("meta");

    Answer answer(Request request) {
        if (request.headers().first(Preconditions.IF_MATCH).isPresent()) {
            throw new RequestRefused(ApiError.of(
                            400,
                            "no-precondition",
                            "The write takes no precondition",
                            "An increment counts whatever the row holds; use PATCH to write under a precondition.")
                    .atHeader(Preconditions.IF_MATCH));
        }
        BodyPart meta = WriteBody.document(request).member("meta");
        RecordKey key =
                context.row(WriteContext.key(type, request.path().get(2))).key();
        BodyPart name = meta.member("attribute");
        Optional<Attribute> attribute = type.attribute(name.text());
        if (attribute.isEmpty()) {
            return name.refuse("The type has no attribute of this name.");
        }
        String column = attribute.get().column().name();
        boolean counts = attribute.get().column().kind().isNumber()
                && attribute.get().column().writable()
                && !type.table().rowKey().orElseThrow().columns().contains(column)
                && context.store()
                        .guardOf(type.table())
                        .version()
                        .filter(step -> step.column().name().equals(column))
                        .isEmpty();
        if (!counts) {
            return name.refuse("Nothing can be added to this attribute.");
        }
        BodyPart least = meta.member("notBelow");
        Increment increment = new Increment(
                column, number(meta.member("by")), least.present() ? Optional.of(number(least)) : Optional.empty());
        return switch (context.store().increment(key, increment)) {
            case Outcome.Saved(Snapshot saved) -> new ResourceAnswer(type, addresses).saved(saved);
            case Outcome.Stale _ -> Answers.error(WriteContext.missing());
            case Outcome.Gone _ -> Answers.error(WriteContext.missing());
            case Outcome.Failure why ->
                Answers.errors(new FailureErrors(
                                type, META, Map.of(column, meta.member("by").at()))
                        .of(why));
        };
    }

    private static BigDecimal number(BodyPart part) {
        return part.value().isNumber() ? part.value().decimalValue() : part.refuse("A number is needed here.");
    }
}
