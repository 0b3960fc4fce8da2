package dev.concord.app.task;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Runs work off the FX thread and brings the answer back to it. Values that cross must be immutable. Call every method
 * on the FX thread.
 */
public final class Work {
    /** How long a job runs before progress is shown, in milliseconds. */
    public static final int SLOW_AFTER_MILLIS = 300;

    private final Executor background;
    private final Executor fx;
    private final Executor later;
    private final Consumer<Throwable> onFault;
    private final ObservableList<Job> running = FXCollections.observableArrayList();

    private Work(Executor background, Executor fx, Executor later, Consumer<Throwable> onFault) {
        this.background = background;
        this.fx = fx;
        this.later = later;
        this.onFault = onFault;
    }

    /**
     * For production: virtual threads in the background, the FX thread for answers.
     *
     * @param onFault told of every exception a task threw, on the FX thread, once
     */
    public static Work threaded(Consumer<Throwable> onFault) {
        Executor virtual = Executors.newVirtualThreadPerTaskExecutor();
        Executor later = CompletableFuture.delayedExecutor(SLOW_AFTER_MILLIS, TimeUnit.MILLISECONDS, virtual);
        return new Work(virtual, Platform::runLater, later, onFault);
    }

    /** For model tests without a toolkit: everything at once, on the calling thread, faults thrown to the caller. */
    public static Work immediate() {
        return new Work(Runnable::run, Runnable::run, task -> {}, fault -> {
            throw new IllegalStateException(fault);
        });
    }

    /** For tests that decide when the background and the FX thread run. */
    public static Work of(Executor background, Executor fx, Consumer<Throwable> onFault) {
        return new Work(background, fx, task -> {}, onFault);
    }

    /** Starts reading; the user may stop waiting, and then the answer is dropped. */
    public <T> Job read(String title, Callable<T> task, Consumer<T> then) {
        return start(title, true, task, then);
    }

    /** Starts a write; its answer always arrives. */
    public <T> Job write(String title, Callable<T> task, Consumer<T> then) {
        return start(title, false, task, then);
    }

    /**
     * Starts a write that has something to tell before it ends; its answer always arrives.
     *
     * @param task given whom to tell
     * @param told told on the FX thread, before the answer
     */
    public <P, T> Job write(String title, Function<Consumer<P>, T> task, Consumer<P> told, Consumer<T> then) {
        return start(title, false, () -> task.apply(news -> fx.execute(() -> told.accept(news))), then);
    }

    /** The jobs under way, oldest first, each until its answer has been dealt with; changes on the FX thread. */
    public ObservableList<Job> running() {
        return running;
    }

    private <T> Job start(String title, boolean abandonable, Callable<T> task, Consumer<T> then) {
        Job[] self = new Job[1];
        Job job = new Job(title, abandonable, () -> running.remove(self[0]));
        self[0] = job;
        running.add(job);
        later.execute(() -> fx.execute(job::markSlow));
        background.execute(() -> run(job, task, then));
        return job;
    }

    private <T> void run(Job job, Callable<T> task, Consumer<T> then) {
        T answer;
        try {
            answer = task.call();
        } catch (Exception | Error fault) {
            fx.execute(() -> {
                running.remove(job);
                if (!job.abandoned()) {
                    onFault.accept(fault);
                }
            });
            return;
        }
        fx.execute(() -> {
            try {
                if (!job.abandoned()) {
                    then.accept(answer);
                }
            } finally {
                running.remove(job);
            }
        });
    }
}
