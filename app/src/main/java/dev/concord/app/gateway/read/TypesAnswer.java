package dev.concord.app.gateway.read;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import java.util.List;
import java.util.Set;

/**
 * Answers with the types there are, each with the address of its resources.
 *
 * @param types the types the client may see
 */
record TypesAnswer(ResourceTypes types) {

    /**
     * Returns a document of no data, and the types in its meta information.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when there are parameters
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    Answer of(Request request) {
        ReadParameters.check(request.parameters(), Set.of());
        Addresses addresses = new Addresses(request.origin());
        List<ResourceType> all = types.all();
        return Answers.document(200, json -> {
            json.writeObjectFieldStart("meta");
            json.writeArrayFieldStart("types");
            for (ResourceType type : all) {
                json.writeStartObject();
                json.writeStringField("type", type.name());
                json.writeStringField("href", addresses.collection(type.name()));
                json.writeBooleanField("writable", type.table().readOnlyReason().isEmpty());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectFieldStart("links");
            json.writeStringField("self", addresses.root());
            json.writeStringField("describedby", addresses.description());
            json.writeEndObject();
        });
    }
}
