package dev.concord.app.gateway.change;

import dev.concord.app.gateway.http.Content;
import dev.concord.outcome.StoreFault;
import dev.concord.store.RecordStore;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at rows every second and sends what is different from the look before: {@code changed} with the row's new ETag,
 * {@code deleted}, and {@code ready} once when watching begins. While the database cannot be read, the client is told once,
 * {@code unavailable}, and looking goes on.
 */
final class ChangeStream implements Content.Writer {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Looks without a change after which the client is asked for a sign of life. */
    private static final int QUIET_LOOKS = 15;

    private final RecordStore store;
    private final Watched watched;
    private final String type;
    private final OpenStreams streams;
    private Map<String, String> known;
    private boolean unavailable;
    private int quiet;

    /**
     * A stream.
     *
     * @param known the ETags of the rows when it was asked for
     */
    ChangeStream(RecordStore store, Watched watched, String type, OpenStreams streams, Map<String, String> known) {
        this.store = store;
        this.watched = watched;
        this.type = type;
        this.streams = streams;
        this.known = known;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (!streams.open()) {
            return;
        }
        try {
            EventWriter events = new EventWriter(out, type);
            if (watched instanceof Watched.OneRow) {
                for (Map.Entry<String, String> row : known.entrySet()) {
                    events.row("changed", row.getKey(), Optional.of(row.getValue()));
                }
            }
            events.stream("ready");
            while (streams.pause(PAUSE) && look(events)) {
                if (++quiet >= QUIET_LOOKS) {
                    events.alive();
                    quiet = 0;
                }
            }
        } finally {
            streams.close();
        }
    }

    /** Returns false when the stream is to end, because there are too many rows by now. */
    private boolean look(EventWriter events) throws IOException {
        Optional<Map<String, String>> now;
        try {
            now = watched.look(store);
        } catch (StoreFault unreadable) {
            if (!unavailable) {
                unavailable = true;
                events.stream("unavailable");
            }
            return true;
        }
        unavailable = false;
        if (now.isEmpty()) {
            events.stream("too-many-rows");
            return false;
        }
        compare(now.get(), events);
        known = now.get();
        return true;
    }

    private void compare(Map<String, String> now, EventWriter events) throws IOException {
        for (Map.Entry<String, String> row : now.entrySet()) {
            if (!row.getValue().equals(known.get(row.getKey()))) {
                events.row("changed", row.getKey(), Optional.of(row.getValue()));
                quiet = 0;
            }
        }
        for (String id : known.keySet()) {
            if (!now.containsKey(id)) {
                events.row("deleted", id, Optional.empty());
                quiet = 0;
            }
        }
    }
}
