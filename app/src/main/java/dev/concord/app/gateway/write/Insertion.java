package dev.concord.app.gateway.write;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ResourceInput;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import java.util.Optional;

/** POST of a new resource. */
record Insertion(WriteContext context, ResourceType type, Addresses addresses) {

    Answer answer(Request request) {
        ResourceInput input = ResourceInput.ofDocument(WriteBody.document(request));
        WriteBody.checkType(input, type);
        InputValues values =
                new InputReader(type, Targets.withoutLocals(context.store()), Optional.empty()).read(input);
        return values.valid() ? insert(values, input) : Answers.errors(values.errors());
    }

    private Answer insert(InputValues values, ResourceInput input) {
        Draft draft = new Draft(type.table().id(), Optional.empty(), values.row());
        return switch (context.store().insert(draft)) {
            case Outcome.Saved(Snapshot saved) -> new ResourceAnswer(type, addresses).created(saved);
            case Outcome.Failure why ->
                Answers.errors(new FailureErrors(type, input.part().at(), values.places()).of(why));
        };
    }
}
