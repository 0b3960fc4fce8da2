package dev.concord.app.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A task started in the background before its result is needed, so that the caller waits less for it, or not at all. Safe
 * to share between threads; the result must be immutable or safe to share as well.
 */
public final class Prefetch<T> implements Supplier<T> {
    private final CompletableFuture<T> answer;

    private Prefetch(CompletableFuture<T> answer) {
        this.answer = answer;
    }

    /** Starts a task and returns at once. */
    public static <T> Prefetch<T> of(Supplier<T> work) {
        return new Prefetch<>(CompletableFuture.supplyAsync(work, Thread.ofVirtual()::start));
    }

    /**
     * Waits for the result and returns it, the same on every call; throws what the task threw. Never call it on the FX
     * thread.
     */
    @Override
    public T get() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    CompletionStage<T> stage() {
        return answer;
    }
}
