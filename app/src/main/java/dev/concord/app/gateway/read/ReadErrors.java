package dev.concord.app.gateway.read;

import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.RequestRefused;

/** The refusals of addresses and parameters that are not understood. */
final class ReadErrors {
    private ReadErrors() {}

    /** Returns the refusal of an address at which nothing is. */
    static RequestRefused notFound(String detail) {
        return new RequestRefused(ApiError.of(404, "not-found", "There is no such resource", detail));
    }

    /** Returns the refusal of a parameter that is not understood. */
    static RequestRefused parameter(String name, String detail) {
        return new RequestRefused(ApiError.of(400, "parameter", "The parameter is not understood", detail)
                .atParameter(name));
    }
}
