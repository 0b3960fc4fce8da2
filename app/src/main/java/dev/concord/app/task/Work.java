package dev.concord.app.task;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
 * on the FX thread, but for {@link #aside} and {@link #onFxThread}.
 */
public final class Work {
    /** How long a job runs before progress is shown. */
    public static final Duration SLOW_AFTER = Duration.ofMillis(300);

    private static final System.Logger LOG = System.getLogger(Work.class.getName());

    private final Executor background;
    private final Executor fx;
    /** Empty where no time passes. */
    private final Optional<Delay> delay;

    private final Consumer<Throwable> onFault;
    private final ObservableList<Job> running = FXCollections.observableArrayList();

    /** Runs a task in the background after a while. */
    @FunctionalInterface
    public interface Delay {
        void run(Duration after, Runnable task);
    }

    private Work(Executor background, Executor fx, Optional<Delay> delay, Consumer<Throwable> onFault) {
        this.background = background;
        this.fx = fx;
        this.delay = delay;
        this.onFault = onFault;
    }

    /**
     * For production: virtual threads in the background, the FX thread for answers.
     *
     * @param onFault told of every exception a task threw, on the FX thread, once
     */
    public static Work threaded(Consumer<Throwable> onFault) {
        Executor virtual = Executors.newVirtualThreadPerTaskExecutor();
        Delay delay =
                (after, task) -> CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS, virtual)
                        .execute(task);
        return new Work(virtual, Platform::runLater, Optional.of(delay), onFault);
    }

    /**
     * For model tests without a toolkit: everything at once, on the calling thread, faults thrown to the caller. Nothing
     * is watched.
     */
    public static Work immediate() {
        return new Work(Runnable::run, Runnable::run, Optional.empty(), fault -> {
            throw new IllegalStateException(fault);
        });
    }

    /** For tests that decide when the background and the FX thread run. Nothing is watched. */
    public static Work of(Executor background, Executor fx, Consumer<Throwable> onFault) {
        return new Work(background, fx, Optional.empty(), onFault);
    }

    /** For tests that decide as well when time passes. */
    public static Work of(Executor background, Executor fx, Delay delay, Consumer<Throwable> onFault) {
        return new Work(background, fx, Optional.of(delay), onFault);
    }

    /** Starts reading; the user may stop waiting, and then the answer is dropped. */
    public <T> Job read(String title, Callable<T> task, Consumer<T> then) {
        return start(title, true, task, then, dropped -> {});
    }

    /**
     * Starts reading something that has to be put away when nobody waits for it any more.
     *
     * @param unwanted given the answer then, in the background
     */
    public <T> Job read(String title, Callable<T> task, Consumer<T> then, Consumer<T> unwanted) {
        return start(title, true, task, then, dropped -> aside(() -> putAway(dropped, unwanted), gone -> {}));
    }

    /** Starts a write; its answer always arrives. */
    public <T> Job write(String title, Callable<T> task, Consumer<T> then) {
        return start(title, false, task, then, dropped -> {});
    }

    /**
     * Looks at something at once, and again and again until it is stopped. Nobody waits for it, so it is no job: no progress
     * is shown, and a look that fails is simply tried again the next time.
     *
     * @param pause between an answer and the next look
     * @param look what to look at, in the background
     * @param seen told of every answer on the FX thread
     */
    public <T> Watch watch(Duration pause, Callable<T> look, Consumer<T> seen) {
        Watch watch = new Watch();
        delay.ifPresentOrElse(
                time -> time.run(Duration.ZERO, () -> look(time, watch, pause, look, seen)), watch::looked);
        return watch;
    }

    private <T> void look(Delay time, Watch watch, Duration pause, Callable<T> look, Consumer<T> seen) {
        Optional<T> answer = Optional.empty();
        try {
            answer = Optional.of(look.call());
        } catch (Exception failed) {
            LOG.log(Level.DEBUG, "A look failed", failed);
        }
        Optional<T> found = answer;
        fx.execute(() -> {
            if (!watch.stopped()) {
                try {
                    found.ifPresent(seen);
                } finally {
                    watch.looked();
                    time.run(pause, () -> look(time, watch, pause, look, seen));
                }
            }
        });
    }

    /**
     * Starts a write that has something to tell before it ends; its answer always arrives.
     *
     * @param task given whom to tell
     * @param told told on the FX thread, before the answer
     */
    public <P, T> Job write(String title, Function<Consumer<P>, T> task, Consumer<P> told, Consumer<T> then) {
        return start(title, false, () -> task.apply(news -> fx.execute(() -> told.accept(news))), then, dropped -> {});
    }

    /**
     * Works something out that nobody waits for: it is no job, and no progress is shown. May be called on any thread; answers
     * of tasks that are done one after the other arrive in that order.
     */
    public <T> void aside(Callable<T> task, Consumer<T> then) {
        background.execute(() -> {
            try {
                T answer = task.call();
                fx.execute(() -> then.accept(answer));
            } catch (Exception | Error fault) {
                fx.execute(() -> onFault.accept(fault));
            }
        });
    }

    /**
     * Runs a task on the FX thread, from any thread. What one thread asks for is done in the order it was asked for; what
     * work in the background asks for is done before its answer arrives.
     */
    public void onFxThread(Runnable task) {
        fx.execute(task);
    }

    /** The jobs under way, oldest first, each until its answer has been dealt with; changes on the FX thread. */
    public ObservableList<Job> running() {
        return running;
    }

    /** Stops waiting for every read under way: what they ask is about to be closed, and nobody wants to know any more. */
    public void abandonReads() {
        List.copyOf(running).forEach(Job::abandon);
    }

    private static <T> T putAway(T dropped, Consumer<T> unwanted) {
        unwanted.accept(dropped);
        return dropped;
    }

    private <T> Job start(String title, boolean abandonable, Callable<T> task, Consumer<T> then, Consumer<T> unwanted) {
        Job[] self = new Job[1];
        Job job = new Job(title, abandonable, () -> running.remove(self[0]));
        self[0] = job;
        running.add(job);
        delay.ifPresent(time -> time.run(SLOW_AFTER, () -> fx.execute(job::markSlow)));
        background.execute(() -> run(job, task, then, unwanted));
        return job;
    }

    private <T> void run(Job job, Callable<T> task, Consumer<T> then, Consumer<T> unwanted) {
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
                (job.abandoned() ? unwanted : then).accept(answer);
            } finally {
                running.remove(job);
            }
        });
    }
}
