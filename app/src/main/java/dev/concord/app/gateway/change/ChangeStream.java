package dev.concord.app.gateway.change;

import dev.concord.app.gateway.http.Content;
import dev.concord.app.gateway.resource.ResourceTypes;
import dev.concord.dialect.FaultText;
import dev.concord.outcome.StoreFault;
import dev.concord.store.RecordStore;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Looks at rows every second and sends what is different from the look before: {@code changed} with the row's new ETag,
 * {@code deleted}, and {@code ready} once when watching begins. A client that comes back is first told what changed meanwhile, or
 * {@code reset} where that is not known any more. While the database cannot be read, the client is told once, {@code unavailable}, and looking
 * goes on.
 */
final class ChangeStream implements Content.Writer {
    private static final System.Logger LOG = System.getLogger(ChangeStream.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Looks without a change after which the client is asked for a sign of life. */
    private static final int QUIET_LOOKS = 15;

    private final Source source;
    private final Watched watched;
    private final Optional<String> lastSeen;
    private SeenRows known;
    private boolean unavailable;
    private int quiet;

    /**
     * What streams read from.
     *
     * @param types the types that the client sees
     * @param streams all that are open
     * @param earlier what was seen lately
     */
    record Source(ResourceTypes types, RecordStore store, OpenStreams streams, EarlierLooks earlier) {}

    /**
     * A stream, which was counted as open.
     *
     * @param lastSeen the name of what the client has seen last; empty where it comes for the first time
     * @param known the rows when it was asked for
     */
    ChangeStream(Source source, Watched watched, Optional<String> lastSeen, SeenRows known) {
        this.source = source;
        this.watched = watched;
        this.lastSeen = lastSeen;
        this.known = known;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        EventWriter events = new EventWriter(out, watched.type());
        begin(events);
        while (source.streams().pause(PAUSE) && look(events)) {
            if (++quiet >= QUIET_LOOKS) {
                events.alive();
                quiet = 0;
            }
        }
    }

    @Override
    public void close() {
        source.streams().close();
    }

    private void begin(EventWriter events) throws IOException {
        String name = known.name();
        if (lastSeen.filter(name::equals).isEmpty()) {
            switch (watched) {
                case Watched.OneRow one -> events.rows(one.first(lastSeen.isPresent(), known), Optional.empty());
                case Watched.AllRows _ when lastSeen.isPresent() -> meanwhile(lastSeen.get(), events);
                case Watched.AllRows _ -> {
                    // The client reads the rows after it is told that watching has begun.
                }
            }
        }
        keep();
        events.stream("ready", name);
    }

    private void meanwhile(String last, EventWriter events) throws IOException {
        Optional<SeenRows> then = source.earlier().find(watched.type(), last);
        if (then.isPresent()) {
            events.rows(then.get().differencesTo(known), Optional.empty());
        } else {
            events.stream("reset");
        }
    }

    private void keep() {
        if (watched instanceof Watched.AllRows) {
            source.earlier().keep(watched.type(), known);
        }
    }

    /** Returns false when the stream is to end, because there are too many rows by now. */
    private boolean look(EventWriter events) throws IOException {
        Optional<SeenRows> now;
        try {
            now = watched.look(source.types(), source.store());
        } catch (StoreFault unreadable) {
            if (!unavailable) {
                unavailable = true;
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Changes cannot be looked for at the moment: {0}",
                        FaultText.of(unreadable));
                events.stream("unavailable");
            }
            return true;
        }
        unavailable = false;
        if (now.isEmpty()) {
            events.stream("too-many-rows");
            return false;
        }
        List<SeenRows.Difference> differences = known.differencesTo(now.get());
        known = now.get();
        if (!differences.isEmpty()) {
            quiet = 0;
            keep();
            events.rows(differences, Optional.of(known.name()));
        }
        return true;
    }
}
