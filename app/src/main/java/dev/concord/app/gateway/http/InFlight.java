package dev.concord.app.gateway.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that are being answered: how many may be, and waiting for the last of them. */
final class InFlight {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private final int most;
    private int running;
    private boolean stopping;

    /** Whether a request may be answered. */
    enum Entry {
        /** Yes; {@link #leave} is to be called when it was. */
        ENTERED,
        /** As many as allowed are being answered. */
        FULL,
        /** No request is answered any more. */
        STOPPING
    }

    InFlight(int most) {
        this.most = most;
    }

    Entry enter() {
        lock.lock();
        try {
            if (stopping) {
                return Entry.STOPPING;
            }
            if (running >= most) {
                return Entry.FULL;
            }
            running++;
            return Entry.ENTERED;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            running--;
            if (running == 0) {
                none.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets no further request in and waits for those that are being answered.
     *
     * @return whether all were answered in time; false also when the waiting thread was interrupted
     */
    boolean stop(Duration patience) {
        lock.lock();
        try {
            stopping = true;
            long left = patience.toNanos();
            while (running > 0 && left > 0) {
                left = none.awaitNanos(left);
            }
            return running == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
