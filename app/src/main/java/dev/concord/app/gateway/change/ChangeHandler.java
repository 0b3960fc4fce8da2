package dev.concord.app.gateway.change;

import dev.concord.app.gateway.document.AllowedMethods;
import dev.concord.app.gateway.document.Answers;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.ReadAnswers;
import dev.concord.app.gateway.http.Answer;
import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.http.Handler;
import dev.concord.app.gateway.http.Request;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.store.RecordStore;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code GET /changes/Type} and {@code GET /changes/Type/id} with a stream of events, from where a client that comes back was cut off.
 * Safe to share between threads.
 */
public final class ChangeHandler implements Handler {
    /** The first segment of the address. */
    public static final String SEGMENT = "changes";

    private static final int OF_TABLE = 2;
    private static final int OF_ROW = 3;
    private final ChangeStream.Source source;

    /**
     * A handler.
     *
     * @param types the types that its clients see
     * @param streams shared by all clients
     */
    public ChangeHandler(ResourceTypes types, RecordStore store, OpenStreams streams) {
        this.source = new ChangeStream.Source(types, store, streams, new EarlierLooks());
    }

    @Override
    public Answer answer(Request request) {
        if (!AllowedMethods.reads(request)) {
            return AllowedMethods.only(AllowedMethods.READING);
        }
        Answer looked = ReadAnswers.of(source.store().reading(_ -> watched(request.path())
                .map(watched -> stream(watched, request.headers().first("Last-Event-ID")))
                .orElseGet(() -> error(
                        404, "not-found", "There is no such resource", "Watch an address such as /changes/Type/id."))));
        // Opened once reading can fail no more; whoever sends the answer closes it.
        boolean refused = looked.content() instanceof Content.Streamed
                && !source.streams().open();
        return refused
                ? error(503, "too-many-streams", "No further stream may be opened", "Too many clients watch.")
                : looked;
    }

    private Optional<Watched> watched(List<String> path) {
        if (path.size() != OF_TABLE && path.size() != OF_ROW) {
            return Optional.empty();
        }
        String name = path.get(1);
        Optional<ResourceType> type = source.types().find(name);
        return path.size() == OF_TABLE
                ? type.map(_ -> new Watched.AllRows(name))
                : type.map(ResourceType::ids)
                        .flatMap(ids -> ids.key(path.getLast()).map(ids::id))
                        .map(id -> new Watched.OneRow(name, id));
    }

    private Answer stream(Watched watched, Optional<String> lastSeen) {
        Optional<SeenRows> known = watched.look(source.types(), source.store());
        if (known.isEmpty()) {
            return error(
                    422,
                    "too-many-rows",
                    "The table is too large to be watched",
                    "A table is watched as a whole up to " + Watched.MOST_ROWS
                            + " rows; watch single records instead.");
        }
        return Answer.of(
                200,
                "text/event-stream",
                new Content.Streamed(new ChangeStream(source, watched, lastSeen, known.get())));
    }

    private static Answer error(int status, String code, String title, String detail) {
        return Answers.error(ApiError.of(status, code, title, detail));
    }
}
