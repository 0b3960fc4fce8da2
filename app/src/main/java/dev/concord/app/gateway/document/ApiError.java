package dev.concord.app.gateway.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One error object of JSON:API. Holds nothing of the database's internals: no SQL, no stack trace, no path. Nobody changes the
 * node after it was given.
 *
 * @param status HTTP status, 400 to 599
 * @param code names the kind of error for programs; never changes, for example {@code stale}
 * @param title says what kind of error it is, the same text for every error of a code
 * @param detail says what is wrong here, in at most two sentences
 * @param source what part of the request it is about
 * @param meta more for programs; without members when there is none
 */
public record ApiError(int status, String code, String title, String detail, ErrorSource source, ObjectNode meta) {

    /** An error about the request as a whole, or about nothing that the client sent. */
    public static ApiError of(int status, String code, String title, String detail) {
        return new ApiError(status, code, title, detail, ErrorSource.NONE, JsonNodeFactory.instance.objectNode());
    }

    /** Returns this error about a part of the request. */
    public ApiError about(ErrorSource other) {
        return new ApiError(status, code, title, detail, other, meta);
    }

    /** Returns this error about a member of the body. */
    public ApiError at(JsonPointer pointer) {
        return about(new ErrorSource.Pointer(pointer));
    }

    /** Returns this error about a header. */
    public ApiError atHeader(String name) {
        return about(new ErrorSource.Header(name));
    }

    /** Returns this error about a parameter of the address. */
    public ApiError atParameter(String name) {
        return about(new ErrorSource.Parameter(name));
    }

    /** Returns this error with more for programs. */
    public ApiError with(ObjectNode other) {
        return new ApiError(status, code, title, detail, source, other);
    }
}
