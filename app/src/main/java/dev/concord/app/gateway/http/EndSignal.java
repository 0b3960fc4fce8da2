package dev.concord.app.gateway.http;

import java.time.Duration;

/** Tells answers that go on for long, such as streams of events, to end. Safe to share between threads. */
public final class EndSignal {
    private boolean given;

    /** Whether they are to end. */
    public synchronized boolean given() {
        return given;
    }

    /** Waits. Returns false as soon as they are to end, or this thread is: it stays interrupted. */
    public synchronized boolean pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        try {
            for (long left = length.toMillis(); !given && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
            return !given;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives the signal, for good. */
    public synchronized void give() {
        given = true;
        notifyAll();
    }
}
