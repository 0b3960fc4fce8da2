package dev.concord.app.gateway.atomic;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concord.app.gateway.document.AllowedMethods;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.JsonApi;
import dev.concord.app.gateway.document.ReadAnswers;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceWriter;
import dev.concord.app.gateway.write.FailureErrors;
import dev.concord.app.gateway.write.RowConflict;
import dev.concord.app.gateway.write.WriteContext;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.Outcome;
import dev.concord.record.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Answers atomic operations at {@code /api/operations}: all are carried out in one transaction, in their order, or none is. Other requests
 * are handed on. Safe to share between threads.
 */
public final class AtomicHandler implements Handler {
    private static final String OPERATIONS = "atomic:operations";
    private static final Set<String> EXTENSION = Set.of(JsonApi.ATOMIC);

    /** The most operations of one request: their rows stay locked until all are written. */
    private static final int MOST = 1000;

    private final WriteContext context;
    private final Handler others;

    /**
     * Answers atomic operations.
     *
     * @param others answers all other requests
     */
    public AtomicHandler(WriteContext context, Handler others) {
        this.context = context;
        this.others = others;
    }

    @Override
    public Answer answer(Request request) {
        return isAtomic(request) ? atomic(request) : others.answer(request);
    }

    private static boolean isAtomic(Request request) {
        return request.path().equals(List.of(Addresses.ROOT, Addresses.OPERATIONS));
    }

    private Answer atomic(Request request) {
        if (!request.method().equals("POST")) {
            return AllowedMethods.only("POST");
        }
        JsonApi.checkAccept(request.headers().all("Accept"), EXTENSION);
        if (JsonApi.checkBody(request.headers().first("Content-Type"), EXTENSION)
                .isEmpty()) {
            return Answers.error(ApiError.of(
                            415,
                            "unsupported-media-type",
                            "The body's media type is not supported",
                            "Content-Type has to be " + JsonApi.mediaType(JsonApi.ATOMIC) + ".")
                    .atHeader("Content-Type"));
        }
        Addresses addresses = new Addresses(request.origin());
        List<Operation> operations = operations(BodyPart.of(request.body()).member(OPERATIONS), addresses);
        return ReadAnswers.of(context.store().reading(_ -> carriedOut(operations, addresses)));
    }

    private static List<Operation> operations(BodyPart list, Addresses addresses) {
        List<BodyPart> parts = list.items();
        if (parts.isEmpty() || parts.size() > MOST) {
            return list.refuse("Between 1 and " + MOST + " operations are needed here.");
        }
        return parts.stream().map(part -> Operation.of(part, addresses)).toList();
    }

    private Answer carriedOut(List<Operation> operations, Addresses addresses) {
        OperationPlan plan = new OperationPlan(context, addresses);
        operations.forEach(plan::add);
        BatchOutcome outcome = context.store()
                .writeInOrder(plan.writes().stream().map(PlannedWrite::step).toList());
        for (int i = 0; i < plan.writes().size(); i++) {
            if (outcome.entries().get(i) instanceof NotSaved(Outcome.Unwritten why)) {
                return Answers.errors(errors(plan.writes().get(i), why, addresses));
            }
        }
        return results(plan, outcome, addresses);
    }

    private static List<ApiError> errors(PlannedWrite write, Outcome.Unwritten why, Addresses addresses) {
        return switch (why) {
            case Outcome.Stale(Snapshot theirs) ->
                List.of(RowConflict.withoutBase(write.type(), write.known(), theirs)
                        .error(409, addresses)
                        .at(write.part()));
            case Outcome.Gone _ -> List.of(WriteContext.missing().at(write.part()));
            case Outcome.Failure failure -> new FailureErrors(write.type(), write.part(), write.places()).of(failure);
        };
    }

    private static Answer results(OperationPlan plan, BatchOutcome outcome, Addresses addresses) {
        return Answers.document(200, JsonApi.ATOMIC, json -> {
            json.writeArrayFieldStart("atomic:results");
            for (OptionalInt shown : plan.shown()) {
                json.writeStartObject();
                if (shown.isPresent()) {
                    int write = shown.getAsInt();
                    result(plan.writes().get(write), outcome.entries().get(write), addresses, json);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void result(PlannedWrite write, BatchOutcome.Entry entry, Addresses addresses, JsonGenerator json)
            throws IOException {
        if (entry instanceof BatchOutcome.Saved(Snapshot saved)) {
            json.writeFieldName("data");
            new ResourceWriter(write.type(), addresses).write(saved, json);
        }
    }
}
