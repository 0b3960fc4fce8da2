package dev.concord.app.task;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A task in the background that is run a while after it is first asked for, once for all that ask meanwhile. When it
 * begins, it can be asked for again. Safe to share between threads.
 *
 * @param <T> its answer
 */
public final class DeferredTask<T> {
    private final Work work;
    private final Duration after;
    private final Callable<T> task;
    private final Consumer<T> then;
    /** Cleared in the background, so that a busy FX thread does not delay the next run. */
    private final AtomicBoolean planned = new AtomicBoolean();

    /**
     * A task that nobody has asked for yet.
     *
     * @param then given each answer on the FX thread
     */
    public DeferredTask(Work work, Duration after, Callable<T> task, Consumer<T> then) {
        this.work = work;
        this.after = after;
        this.task = task;
        this.then = then;
    }

    /** Runs the task after the while, unless it waits for that already. */
    public void request() {
        if (planned.compareAndSet(false, true)) {
            work.later(after, this::run, then);
        }
    }

    private T run() throws Exception {
        planned.set(false);
        return task.call();
    }
}
