package dev.concord.app.gateway.document;

import dev.concord.app.gateway.http.Answer;
import dev.concord.outcome.ReadOutcome;

/** Says in one place why the database could not be read, without its own words, which may hold values, SQL or paths. */
public final class ReadAnswers {
    private ReadAnswers() {}

    /** Returns the answer that was read, or the one that says why it could not be. */
    public static Answer of(ReadOutcome<Answer> outcome) {
        return of(outcome, false);
    }

    /**
     * Returns the answer that was read, or the one that says why it could not be.
     *
     * @param asked whether the client asked for an order or for some rows only, which the database may not be able to carry out
     */
    public static Answer of(ReadOutcome<Answer> outcome, boolean asked) {
        return switch (outcome) {
            case ReadOutcome.Read<Answer>(Answer answer) -> answer;
            case ReadOutcome.Unreadable<Answer>(ReadOutcome.Reason why, String _) -> Answers.error(error(why, asked));
        };
    }

    private static ApiError error(ReadOutcome.Reason why, boolean asked) {
        return switch (why) {
            case NOT_PERMITTED ->
                ApiError.of(
                        403, "not-permitted", "This is not permitted", "The database does not permit this to be read.");
            case LOCKED ->
                ApiError.of(503, "locked", "Somebody else has locked it", "The same request can be sent again.");
            case NOT_CARRIED_OUT -> asked ? notCarriedOut() : unavailable();
            case CONNECTION_LOST -> unavailable();
        };
    }

    private static ApiError notCarriedOut() {
        return ApiError.of(
                400,
                "not-carried-out",
                "The database cannot carry this out",
                "The database cannot sort or filter the rows as asked for.");
    }

    private static ApiError unavailable() {
        return ApiError.of(503, "unavailable", "The database is not available", "The database could not be read.");
    }
}
