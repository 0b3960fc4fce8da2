package dev.concord.app.gateway.read;

import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.outcome.ReadOutcome;

/** Says why something cannot be read, without the database's own words, which may hold values, SQL or paths. */
public final class ReadErrors {
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

    /**
     * Returns what a failed read is to the client.
     *
     * @param asked whether the client asked for an order or for some rows only, which the database may not be able to carry out
     */
    public static ApiError of(ReadOutcome.Reason why, boolean asked) {
        return switch (why) {
            case NOT_PERMITTED ->
                ApiError.of(
                        403,
                        "not-permitted",
                        "This is not permitted",
                        "The database does not permit reading the table.");
            case LOCKED ->
                unavailable("locked", "The table is locked", "Somebody else has locked the table. Ask again later.");
            case CONNECTION_LOST -> unavailable();
            case NOT_CARRIED_OUT ->
                asked
                        ? ApiError.of(
                                400,
                                "not-carried-out",
                                "The database cannot carry this out",
                                "The database cannot sort or filter the rows as asked for.")
                        : unavailable();
        };
    }

    private static ApiError unavailable() {
        return unavailable("unavailable", "The database is not available", "The database could not be read.");
    }

    private static ApiError unavailable(String code, String title, String detail) {
        return ApiError.of(503, code, title, detail);
    }
}
