package dev.concord.app.gateway.change;

import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.outcome.ReadOutcome;
import dev.concord.store.RecordStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers {@code GET /changes/Type} and {@code GET /changes/Type/id} with a stream of events. Safe to share between threads. */
public final class ChangeHandler implements Handler {
    /** The first segment of the address. */
    public static final String SEGMENT = "changes";

    private static final int OF_TABLE = 2;
    private static final int OF_ROW = 3;

    private final ResourceTypes types;
    private final RecordStore store;
    private final OpenStreams streams;

    /**
     * A handler.
     *
     * @param types the types that its clients see
     * @param streams shared by all clients
     */
    public ChangeHandler(ResourceTypes types, RecordStore store, OpenStreams streams) {
        this.types = types;
        this.store = store;
        this.streams = streams;
    }

    @Override
    public Answer answer(Request request) {
        List<String> path = request.path();
        if (!request.method().equals("GET")) {
            return error(405, "method-not-allowed", "The method is not allowed here", "Allowed are GET and HEAD.")
                    .with("Allow", "GET, HEAD");
        }
        if (path.size() != OF_TABLE && path.size() != OF_ROW) {
            return nothing();
        }
        return switch (store.reading(_ -> watch(path))) {
            case ReadOutcome.Read<Answer>(Answer answer) -> answer;
            case ReadOutcome.Unreadable<Answer> _ ->
                error(503, "unavailable", "The database cannot be read", "Watch again when it can.");
        };
    }

    private Answer watch(List<String> path) {
        Optional<ResourceType> type = types.find(path.get(1));
        Optional<Watched> watched = type.flatMap(found -> path.size() == OF_TABLE
                ? Optional.of(new Watched.AllRows(found))
                : found.ids().key(path.getLast()).map(key -> new Watched.OneRow(found, key)));
        if (watched.isEmpty()) {
            return nothing();
        }
        Optional<Map<String, String>> known = watched.get().look(store);
        if (known.isEmpty()) {
            return error(
                    422,
                    "too-many-rows",
                    "The table is too large to be watched",
                    "A table is watched as a whole up to " + Watched.MOST_ROWS
                            + " rows; watch single records instead.");
        }
        if (streams.full()) {
            return error(503, "too-many-streams", "No further stream may be opened", "Too many clients watch.");
        }
        return Answer.of(
                200,
                "text/event-stream",
                new Content.Streamed(new ChangeStream(store, watched.get(), path.get(1), streams, known.get())));
    }

    private static Answer nothing() {
        return error(404, "not-found", "There is no such resource", "Watch an address such as /changes/Type/id.");
    }

    private static Answer error(int status, String code, String title, String detail) {
        return Answers.error(ApiError.of(status, code, title, detail));
    }
}
