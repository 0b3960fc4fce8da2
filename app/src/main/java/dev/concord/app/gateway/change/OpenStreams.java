package dev.concord.app.gateway.change;

import java.time.Duration;

/** The streams of events that are open: how many may be, the pauses between two looks, and their end. Safe to share between threads. */
public final class OpenStreams {
    private final int most;
    private int open;
    private boolean stopped;

    /** @param most how many may be open at a time; each of them asks the database every second */
    public OpenStreams(int most) {
        this.most = most;
    }

    /** Opens one, which is to be closed, unless no further one may be opened. */
    synchronized boolean open() {
        boolean opened = !stopped && open < most;
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
    synchronized boolean pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        try {
            for (long left = length.toMillis(); !stopped && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
            return !stopped;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends all streams. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
