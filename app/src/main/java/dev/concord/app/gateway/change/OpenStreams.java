package dev.concord.app.gateway.change;

import dev.concord.app.gateway.http.EndSignal;
import java.time.Duration;

/** The streams of events that are open: how many may be, the pauses between two looks, and their end. Safe to share between threads. */
public final class OpenStreams {
    private final int most;
    private final EndSignal end = new EndSignal();
    private int open;

    /** @param most how many may be open at a time; each of them asks the database every second */
    public OpenStreams(int most) {
        this.most = most;
    }

    /** Opens one, which is to be closed, unless no further one may be opened. */
    synchronized boolean open() {
        boolean opened = !end.given() && open < most;
        if (opened) {
            open++;
        }
        return opened;
    }

    synchronized void close() {
        open--;
    }

    /** Returns how many are open. */
    public synchronized int count() {
        return open;
    }

    /** Waits between two looks. Returns false as soon as all streams are to end, or this thread is: it stays interrupted. */
    boolean pause(Duration length) {
        return end.pause(length);
    }

    /** Ends all streams. */
    public void stop() {
        end.give();
    }
}
