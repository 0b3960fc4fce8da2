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
        if (!AllowedMethods.reads(request)) {
            return AllowedMethods.only(AllowedMethods.READING);
        }
        return ReadAnswers.of(store.reading(_ -> watched(request.path())
                .map(watched -> stream(watched, request.headers().first("Last-Event-ID")))
                .orElseGet(() -> error(
                        404, "not-found", "There is no such resource", "Watch an address such as /changes/Type/id."))));
    }

    private Optional<Watched> watched(List<String> path) {
        if (path.size() != OF_TABLE && path.size() != OF_ROW) {
            return Optional.empty();
        }
        String name = path.get(1);
        Optional<ResourceType> type = types.find(name);
        return path.size() == OF_TABLE
                ? type.map(found -> new WatchedTable(types, name, found.table().id(), streams.tables()))
                : type.map(ResourceType::ids)
                        .flatMap(ids -> ids.key(path.getLast()).map(ids::id))
                        .map(id -> new WatchedRow(types, store, name, id));
    }

    /** Whoever sends the answer closes the stream; what is watched is closed here where there is none. */
    private Answer stream(Watched watched, Optional<String> lastSeen) {
        boolean opened = false;
        try {
            News first = watched.begin(lastSeen);
            if (!(first instanceof News.Told told)) {
                return error(422, "too-many-rows", "The table is too large to be watched", tooMany());
            }
            opened = streams.open();
            return opened
                    ? Answer.of(
                            200, "text/event-stream", new Content.Streamed(new ChangeStream(streams, watched, told)))
                    : error(503, "too-many-streams", "No further stream may be opened", "Too many clients watch.");
        } finally {
            if (!opened) {
                watched.close();
            }
        }
    }

    private static String tooMany() {
        return "A table is watched up to " + OpenStreams.MOST_ROWS + " rows where each write of a row can be seen by a"
                + " column, up to " + TableLook.MOST_WHOLE + " where rows have to be compared as a whole, and up to "
                + TableLook.MOST_COUNTED
                + " without a key by which rows can be ordered; all tables that are watched have"
                + " room for " + OpenStreams.MOST_ROWS + " rows together. Watch single records instead.";
    }

    private static Answer error(int status, String code, String title, String detail) {
        return Answers.error(ApiError.of(status, code, title, detail));
    }
}
