package dev.concord.app.gateway.describe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.JsonApi;

/** The answers that say why something was not done. */
enum Refusal {
    MALFORMED(400, "The request is malformed, or a parameter or header is not understood."),
    UNKNOWN_CLIENT(401, "The token is missing or is none that the gateway knows.", "WWW-Authenticate"),
    NOT_PERMITTED(403, "The client, or the database's user, may not do this, or rows of this type are not written."),
    NOT_FOUND(404, "There is no such resource, or none that a relationship in the body names."),
    WRONG_METHOD(405, "The address does not have the method.", "Allow"),
    NOT_ACCEPTABLE(406, "Accept names JSON:API only with parameters that are not understood."),
    CONFLICT(
            409,
            "Somebody has changed the row since it had the checksum that was sent, or between the comparison and the write (code stale, with"
                    + " the row as it is in meta); or the type or id is another one, the id is taken, other rows refer to the row, the"
                    + " table has changed, or the same Idempotency-Key is being answered.",
            "ETag"),
    ALTERED(
            412,
            "The row has none of the tags of If-Match (with the row as it is in meta), or one of If-None-Match.",
            "ETag"),
    TOO_LONG(413, "The body is too long."),
    WRONG_MEDIA_TYPE(
            415, "The body is neither JSON:API nor JSON, or uses an extension that this address does not know."),
    NOT_VALID(422, "A value cannot be written, or breaks a rule of the database; each error points to it."),
    TOKEN_NEEDED(
            428,
            "The mode is required, and the write says neither by If-Match nor by the checksum which row it means."),
    UNAVAILABLE(503, "The database is not available, or the row stays locked. Nothing was written.", "Retry-After"),
    UNCONFIRMED(504, "It is not known whether the write happened. Read before anything is sent again.");

    private final int status;
    private final String description;
    /** The header that belongs to it; empty where there is none. */
    private final String header;

    Refusal(int status, String description) {
        this(status, description, "");
    }

    Refusal(int status, String description, String header) {
        this.status = status;
        this.description = description;
        this.header = header;
    }

    /** Adds the descriptions of all, to which {@link #refer} refers. */
    static void addTo(ObjectNode responses) {
        for (Refusal refusal : values()) {
            ObjectNode response = responses.putObject(refusal.key()).put("description", refusal.description);
            if (!refusal.header.isEmpty()) {
                response.withObject("/headers").set(refusal.header, Schemas.reference("headers", refusal.header));
            }
            content(response);
        }
        content(responses.putObject("Errors").put("description", "Why it was not done."));
    }

    private static void content(ObjectNode response) {
        response.putObject("content")
                .putObject(JsonApi.MEDIA_TYPE)
                .set("schema", Schemas.reference("schemas", "Errors"));
    }

    /** Adds a reference to this to the answers of an operation. */
    void refer(ObjectNode responses) {
        responses.set(Integer.toString(status), Schemas.reference("responses", key()));
    }

    private String key() {
        return "Errors" + status;
    }
}
