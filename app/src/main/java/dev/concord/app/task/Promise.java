package dev.concord.app.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * A value somebody in the background waits for, given on the FX thread. Safe to share between threads.
 *
 * @param <T> the value; immutable
 */
public final class Promise<T> {
    private final CompletableFuture<T> value = new CompletableFuture<>();

    /** Gives the value; false when the wait is over already. */
    public boolean give(T given) {
        return value.complete(given);
    }

    /** Ends the wait without a value. */
    public void giveUp() {
        value.cancel(false);
    }

    /** What to wait on; cancelled when there will be no value, or when whoever waits has waited long enough. */
    public Future<T> future() {
        return value;
    }
}
