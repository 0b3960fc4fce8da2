package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.JsonApi;
import java.util.List;

/**
 * One method of an address as it is being described. Every one may be answered with errors.
 *
 * @param node what is described so far
 */
record OperationDescription(ObjectNode node) {

    /**
     * Begins a description.
     *
     * @param id names the operation for programs; no other operation has it
     * @param summary says what it does
     * @param tag the type it belongs to
     */
    static OperationDescription of(String id, String summary, String tag) {
        ObjectNode node = Schemas.object().put("operationId", id).put("summary", summary);
        node.putArray("tags").add(tag);
        node.putObject("responses").set("default", Schemas.reference("responses", "Errors"));
        return new OperationDescription(node);
    }

    /** Adds a parameter that is described once for all. */
    OperationDescription with(String parameter) {
        return with(Schemas.reference("parameters", parameter));
    }

    /** Adds a parameter. */
    OperationDescription with(ObjectNode parameter) {
        node.withArray("parameters").add(parameter);
        return this;
    }

    /** Adds a body whose data has a schema. */
    OperationDescription body(ObjectNode data) {
        ObjectNode members = Schemas.object();
        members.set("data", data);
        return bodyOf(members);
    }

    /** Adds a body of some members. */
    OperationDescription bodyOf(ObjectNode members) {
        ObjectNode body = node.putObject("requestBody").put("required", true);
        ObjectNode content = body.putObject("content");
        ObjectNode schema = Schemas.members(members, Schemas.names(members));
        content.putObject(JsonApi.MEDIA_TYPE).set("schema", schema);
        content.putObject("application/json").set("schema", schema);
        return this;
    }

    /** Adds an answer with a document whose data has a schema. */
    OperationDescription answer(int status, String description, ObjectNode data) {
        ObjectNode members = Schemas.object();
        members.set("jsonapi", Schemas.type(Schemas.OBJECT));
        members.set("data", data);
        members.set("included", Schemas.array(Schemas.reference("schemas", "AnyResource")));
        members.set("links", Schemas.type(Schemas.OBJECT));
        members.set("meta", Schemas.type(Schemas.OBJECT));
        answer(status, description)
                .putObject("content")
                .putObject(JsonApi.MEDIA_TYPE)
                .set("schema", Schemas.members(members, List.of("data")));
        return this;
    }

    /** Adds an answer without a document. */
    OperationDescription empty(int status, String description) {
        answer(status, description);
        return this;
    }

    /** Says that an answer has the tag of a row. */
    OperationDescription tagged(int status) {
        node.withObject("/responses/" + status + "/headers").set("ETag", Schemas.reference("headers", "ETag"));
        return this;
    }

    private ObjectNode answer(int status, String description) {
        return node.withObject("/responses").putObject(Integer.toString(status)).put("description", description);
    }
}
