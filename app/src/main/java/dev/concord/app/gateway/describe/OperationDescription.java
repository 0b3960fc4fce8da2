package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.JsonApi;
import java.util.List;

/**
 * One method of an address as it is being described. Every one may be answered with errors: those that any request may have are described
 * from the beginning.
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
        return new OperationDescription(node)
                .refused(
                        Refusal.MALFORMED,
                        Refusal.UNKNOWN_CLIENT,
                        Refusal.NOT_PERMITTED,
                        Refusal.NOT_FOUND,
                        Refusal.WRONG_METHOD,
                        Refusal.NOT_ACCEPTABLE,
                        Refusal.UNAVAILABLE);
    }

    /** Adds answers that say why it was not done. */
    OperationDescription refused(Refusal... refusals) {
        for (Refusal refusal : refusals) {
            refusal.refer(node.withObject("/responses"));
        }
        return this;
    }

    /** Adds what belongs to every write: it can be sent again under a key, and refused for what it would write. */
    OperationDescription writing() {
        return with("IdempotencyKey")
                .headed(answered(), "Idempotency-Replayed")
                .refused(
                        Refusal.CONFLICT,
                        Refusal.TOO_LONG,
                        Refusal.WRONG_MEDIA_TYPE,
                        Refusal.NOT_VALID,
                        Refusal.UNCONFIRMED);
    }

    /** Adds what belongs to every write of a row that may have been changed. */
    OperationDescription guarded() {
        return writing().with("IfMatch").with("IfNoneMatchOfWrite").refused(Refusal.ALTERED, Refusal.TOKEN_NEEDED);
    }

    /** The status of the answer that says it is done. */
    private int answered() {
        return Schemas.names(node.withObject("/responses")).stream()
                .filter(status -> status.startsWith("2"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
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
        return headed(status, "ETag");
    }

    /** Says that an answer has, or may have, a header. */
    OperationDescription headed(int status, String header) {
        node.withObject("/responses/" + status + "/headers").set(header, Schemas.reference("headers", header));
        return this;
    }

    /** Adds an answer that is no document of JSON:API. */
    OperationDescription plain(int status, String description, String mediaType, ObjectNode schema) {
        answer(status, description).putObject("content").putObject(mediaType).set("schema", schema);
        return this;
    }

    /** Says that the body need not be sent. */
    OperationDescription optionalBody() {
        node.withObject("/requestBody").put("required", false);
        return this;
    }

    /** Says that no token is needed. */
    OperationDescription open() {
        node.putArray("security");
        return this;
    }

    private ObjectNode answer(int status, String description) {
        return node.withObject("/responses").putObject(Integer.toString(status)).put("description", description);
    }
}
