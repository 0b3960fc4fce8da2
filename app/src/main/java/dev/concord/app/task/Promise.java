package dev.concord.app.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * A value that a task in the background waits for and that the FX thread gives. Safe to share between threads.
 *
 * @param <T> the value; immutable
 */
public final class Promise<T> {
    private final CompletableFuture<T> value = new CompletableFuture<>();

    /** Gives the value; returns false when the task no longer waits for it. */
    public boolean give(T given) {
        return value.complete(given);
    }

    /** Ends the wait without a value. */
    public void giveUp() {
        value.cancel(false);
    }

    /** The future to wait on; it is cancelled when there will be no value, or by the task when it stops waiting. */
    public Future<T> future() {
        return value;
    }
}
