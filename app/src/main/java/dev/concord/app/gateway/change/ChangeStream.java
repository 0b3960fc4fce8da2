package dev.concord.app.gateway.change;

import dev.concord.app.gateway.http.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Asks again and again what is new of some rows and sends it: {@code changed} with a row's new ETag, {@code deleted}, and {@code ready} once when
 * watching begins. A client that comes back is first told what changed meanwhile. {@code reset} says that more has changed than is known one by one. While the
 * database cannot be read, the client is told once, {@code unavailable}, and looking goes on.
 */
final class ChangeStream implements Content.Writer {
    /** Looks without a change after which the client is asked for a sign of life. */
    private static final int QUIET_LOOKS = 15;

    private final OpenStreams streams;
    private final Watched watched;
    private final News.Told first;
    private boolean unavailable;
    private int quiet;

    /**
     * A stream, which was counted as open.
     *
     * @param watched what it is about; closed with the stream
     * @param first what is told first
     */
    ChangeStream(OpenStreams streams, Watched watched, News.Told first) {
        this.streams = streams;
        this.watched = watched;
        this.first = first;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        EventWriter events = new EventWriter(out, watched.type());
        if (first.anew()) {
            events.stream("reset");
        }
        events.rows(first.differences(), Optional.empty());
        events.stream("ready", first.name());
        while (streams.pause() && tell(watched.next(), events)) {
            if (++quiet >= QUIET_LOOKS) {
                events.alive();
                quiet = 0;
            }
        }
    }

    @Override
    public void close() {
        watched.close();
        streams.close();
    }

    /** Returns false when the stream is to end, because there are too many rows by now. */
    private boolean tell(News news, EventWriter events) throws IOException {
        switch (news) {
            case News.TooMany _ -> events.stream("too-many-rows");
            case News.Unavailable _
            when !unavailable -> {
                unavailable = true;
                events.stream("unavailable");
            }
            case News.Unavailable _ -> {
                // Told already.
            }
            case News.Told told -> {
                unavailable = false;
                tell(told, events);
            }
        }
        return !(news instanceof News.TooMany);
    }

    private void tell(News.Told told, EventWriter events) throws IOException {
        if (told.anew()) {
            events.stream("reset", told.name());
        }
        events.rows(told.differences(), Optional.of(told.name()));
        if (told.anew() || !told.differences().isEmpty()) {
            quiet = 0;
        }
    }
}
