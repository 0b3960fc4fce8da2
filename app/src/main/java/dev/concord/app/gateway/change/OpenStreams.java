package dev.concord.app.gateway.change;

import dev.concord.app.gateway.http.EndSignal;
import dev.concord.store.RecordStore;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The streams of events that are open: how many may be, the tables that they share, the pauses between two looks, and their end. Safe to share between threads. */
public final class OpenStreams {
    /** How many may be open at a time. */
    public static final int MOST = 64;

    /** How many rows may be known of all tables that are watched, of some 150 bytes each. */
    public static final int MOST_ROWS = 300_000;

    /** Between two looks. */
    public static final Duration PAUSE = Duration.ofSeconds(1);

    private final int most;
    private final Duration pause;
    private final WatchedTables tables;
    private final EndSignal end = new EndSignal();
    private int open;

    /** Those of one database. */
    public OpenStreams(RecordStore store) {
        this(store, MOST, PAUSE, MOST_ROWS, System::nanoTime);
    }

    /**
     * Those of one database.
     *
     * @param most how many may be open at a time
     * @param pause between two looks, at least
     * @param mostRows how many rows may be known of all tables
     * @param nanoTime a clock in nanoseconds
     */
    OpenStreams(RecordStore store, int most, Duration pause, int mostRows, LongSupplier nanoTime) {
        this.most = most;
        this.pause = pause;
        this.tables = new WatchedTables(store, nanoTime, pause, mostRows);
    }

    /** The tables that streams of all clients watch. */
    WatchedTables tables() {
        return tables;
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
    boolean pause() {
        return end.pause(pause);
    }

    /** Ends all streams. */
    public void stop() {
        end.give();
    }
}
