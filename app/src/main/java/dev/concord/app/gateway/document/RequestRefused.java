package dev.concord.app.gateway.document;

import java.util.List;

/**
 * A request that is answered with errors because of how it is written. Thrown while a request is read, and caught where requests
 * are dispatched only; how a write ends is a value.
 */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ApiError> errors;

    /**
     * Refuses a request.
     *
     * @param errors at least one
     */
    public RequestRefused(List<ApiError> errors) {
        super(errors.getFirst().code(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** Refuses a request for one reason. */
    public RequestRefused(ApiError error) {
        this(List.of(error));
    }

    /** Returns why; at least one error. */
    public List<ApiError> errors() {
        return errors;
    }
}
