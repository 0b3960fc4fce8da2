package dev.concord.app.gateway.write;

import dev.concord.app.gateway.document.BodyPart;
import dev.concord.app.gateway.document.ResourceInput;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.record.Snapshot;
import java.util.Optional;

/** PATCH and PUT of a resource: what was sent is written, the rest stays. PUT has to send everything. */
record ResourceChange(WriteContext context, ResourceType type, Addresses addresses) {

    Answer patch(Request request) {
        ResourceInput input = ResourceInput.ofDocument(WriteBody.document(request));
        return write(request, input, now -> reader(now).read(input));
    }

    Answer put(Request request) {
        ResourceInput input = ResourceInput.ofDocument(WriteBody.document(request));
        return write(request, input, now -> Completeness.check(type, reader(now).read(input), input));
    }

    private Answer write(Request request, ResourceInput input, RowUpdate.Reading reading) {
        String id = request.path().get(2);
        Snapshot now = context.row(WriteContext.key(type, id));
        WriteBody.checkIdentity(input, type, id);
        Preconditions preconditions = Preconditions.of(request.headers(), type, WriteBody.checksum(input, type));
        return new RowUpdate(
                        context,
                        type,
                        addresses,
                        new ResourceAnswer(type, addresses),
                        preconditions,
                        base(input),
                        Preference.merge(request.headers()),
                        input.part().at(),
                        reading)
                .write(now);
    }

    private InputReader reader(Snapshot now) {
        return new InputReader(type, Targets.withoutLocals(context.store()), Optional.of(now.row()));
    }

    /** Returns {@code meta.base}, or what is not present. */
    static BodyPart base(ResourceInput input) {
        return input.meta().present() ? input.meta().member("base") : input.meta();
    }
}
