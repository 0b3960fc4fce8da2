package dev.concord.app.task;

/**
 * Whether the background works on a task at the moment, and whether it may begin to: a task that was stopped before a
 * thread ran it is not begun, and one that is done need not be cancelled. Safe to share between threads.
 */
final class Progress {
    private boolean working;
    private boolean stopped;

    /** Begins to work, unless it has been stopped; returns whether it may. */
    synchronized boolean begin() {
        working = !stopped;
        return working;
    }

    /** Records that the work is done. */
    synchronized void done() {
        working = false;
    }

    /** Stops it; returns whether the background works on it, so that there is something to cancel. */
    synchronized boolean stop() {
        stopped = true;
        return working;
    }

    /** Whether it has been stopped; once true, it stays true. */
    synchronized boolean stopped() {
        return stopped;
    }
}
