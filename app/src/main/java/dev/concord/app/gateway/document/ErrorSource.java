package dev.concord.app.gateway.document;

import com.fasterxml.jackson.core.JsonPointer;

/** What part of a request an error is about. */
public sealed interface ErrorSource {

    /** The request as a whole. */
    ErrorSource NONE = new None();

    /** The request as a whole, or nothing that the client sent. */
    record None() implements ErrorSource {}

    /**
     * A member of the body.
     *
     * @param pointer a JSON pointer (RFC 6901); empty for the whole body
     */
    record Pointer(String pointer) implements ErrorSource {
        public Pointer(JsonPointer pointer) {
            this(pointer.toString());
        }
    }

    /** A parameter of the address, such as {@code page[size]}. */
    record Parameter(String name) implements ErrorSource {}

    /** A header, such as {@code If-Match}. */
    record Header(String name) implements ErrorSource {}
}
