package dev.concord.app.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Work begun in the background before anybody asks for its answer, so that whoever asks waits for less of it, or not at
 * all. Safe to share between threads; the answer must be immutable or safe to share as well.
 */
public final class Prefetch<T> implements Supplier<T> {
    private final CompletableFuture<T> answer;

    private Prefetch(CompletableFuture<T> answer) {
        this.answer = answer;
    }

    /** Begins a piece of work and returns at once. */
    public static <T> Prefetch<T> of(Supplier<T> work) {
        return new Prefetch<>(CompletableFuture.supplyAsync(work, Thread.ofVirtual()::start));
    }

    /**
     * Returns the answer as soon as there is one, the same however often it is asked for; throws what the work threw. Never
     * call it on the FX thread.
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
