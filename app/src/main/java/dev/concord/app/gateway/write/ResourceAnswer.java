package dev.concord.app.gateway.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceWriter;
import dev.concord.record.Snapshot;

/** Answers with a row as it is after a write, with the ETag for the next one. */
record ResourceAnswer(ResourceType type, Addresses addresses) implements RowAnswers {

    @Override
    public Answer saved(Snapshot now) {
        return Answers.document(200, json -> {
                    json.writeFieldName("data");
                    new ResourceWriter(type, addresses).write(now, json);
                })
                .with("ETag", type.tags().etag(now));
    }

    @Override
    public Answer merged(Snapshot now, ObjectNode merged) {
        return Answers.document(200, json -> {
                    json.writeFieldName("data");
                    new ResourceWriter(type, addresses).write(now, json);
                    json.writeObjectFieldStart("meta");
                    json.writeFieldName("merge");
                    json.writeTree(merged);
                    json.writeEndObject();
                })
                .with("ETag", type.tags().etag(now))
                .with("Preference-Applied", Preference.MERGE);
    }

    /** Returns the answer to an insert. */
    Answer created(Snapshot now) {
        String location = addresses.resource(type.name(), type.ids().id(now.key()));
        return Answers.document(201, json -> {
                    json.writeFieldName("data");
                    new ResourceWriter(type, addresses).write(now, json);
                })
                .with("ETag", type.tags().etag(now))
                .with("Location", location);
    }
}
