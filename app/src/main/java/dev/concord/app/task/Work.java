package dev.concord.app.task;

import dev.concord.app.task.Job.State;
import dev.concord.database.Cancellation;
import dev.concord.dialect.FaultText;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Runs tasks off the FX thread and brings their answers back to it. Values that cross must be immutable. Call every
 * method on the FX thread, but for {@link #aside}, {@link #later} and {@link #onFxThread}.
 *
 * <p>An exception is a fault, wherever it is thrown: in a task, or in the code that is given an answer. It is caught
 * here and given to the one handler of faults; the job ends, and a watch continues.
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
    /** The reads under way that nobody waits for. */
    private final List<Job> aside = new ArrayList<>();

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
     * For production: a platform thread for each task in the background, the FX thread for answers. Virtual threads are
     * not suitable: an embedded database computes in the calling thread, and as many slow queries as there are
     * processors would prevent every other task from running, including the one that cancels them.
     *
     * @param onFault given every exception that a task or an answer threw, on the FX thread, once; logs and shows it
     */
    public static Work threaded(Consumer<Throwable> onFault) {
        Executor background = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("work-", 1).factory());
        Delay delay =
                (after, task) -> CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS, background)
                        .execute(task);
        return new Work(background, Platform::runLater, Optional.of(delay), onFault);
    }

    /**
     * For model tests without a toolkit: everything at once, on the calling thread, faults thrown to the caller. Nothing
     * is watched.
     */
    public static Work immediate() {
        return new Work(Runnable::run, Runnable::run, Optional.empty(), fault -> {
            if (fault instanceof Error error) {
                throw error;
            }
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

    /**
     * Starts reading. The user may stop waiting: then the statement that is running for the task is cancelled, and the
     * answer is dropped.
     */
    public <T> Job read(String title, Callable<T> task, Consumer<T> then) {
        return start(title, true, task, then, dropped -> {});
    }

    /**
     * Starts reading a result that has to be closed when the read is abandoned.
     *
     * @param unwanted receives the result then, in the background
     */
    public <T> Job read(String title, Callable<T> task, Consumer<T> then, Consumer<T> unwanted) {
        return start(title, true, task, then, dropped -> aside(() -> close(dropped, unwanted), closed -> {}));
    }

    /** Starts a write; its answer always arrives. */
    public <T> Job write(String title, Callable<T> task, Consumer<T> then) {
        return start(title, false, task, then, dropped -> {});
    }

    /**
     * Starts a write that reports progress before it ends; its answer always arrives.
     *
     * @param task given what it reports its progress to
     * @param progress given each report on the FX thread, before the answer
     */
    public <P, T> Job write(String title, Function<Consumer<P>, T> task, Consumer<P> progress, Consumer<T> then) {
        return start(
                title,
                false,
                () -> task.apply(report -> onFxThread(() -> progress.accept(report))),
                then,
                dropped -> {});
    }

    /**
     * Looks at something at once, and repeatedly until it is stopped. The user does not wait for it, so it is not a
     * job: no progress is shown. A look that fails is tried again the next time; of failures in a row only the first is
     * logged, or reported if it is {@code seen} that fails.
     *
     * @param pause between an answer and the next look
     * @param look what to look at, in the background
     * @param seen given every answer on the FX thread
     */
    public <T> Watch watch(Duration pause, Callable<T> look, Consumer<T> seen) {
        return watch(Duration.ZERO, () -> pause, look, seen);
    }

    /**
     * Looks at something repeatedly, as {@link #watch(Duration, Callable, Consumer)} does.
     *
     * @param first before the first look
     * @param pauses asked on the FX thread after each answer for the pause before the next look
     */
    public <T> Watch watch(Duration first, Supplier<Duration> pauses, Callable<T> look, Consumer<T> seen) {
        Cancellation cancellation = new Cancellation();
        Watch watch = new Watch(() -> background.execute(cancellation::cancel));
        Callable<T> cancellable = () -> cancellation.call(look);
        delay.ifPresentOrElse(
                time -> {
                    watch.begin(() -> look(time, watch, pauses, cancellable, seen));
                    time.run(first, watch::look);
                },
                watch::looked);
        return watch;
    }

    private <T> void look(Delay time, Watch watch, Supplier<Duration> pauses, Callable<T> look, Consumer<T> seen) {
        Runnable answer;
        if (!watch.progress().begin()) {
            return;
        }
        try {
            T found = look.call();
            answer = () -> seen(watch, found, seen);
        } catch (Exception | Error failed) {
            answer = () -> unseen(watch, failed);
        } finally {
            watch.progress().done();
        }
        Runnable arrived = answer;
        fx.execute(() -> {
            if (!watch.progress().stopped()) {
                try {
                    arrived.run();
                    answer(watch::looked);
                } finally {
                    if (!watch.progress().stopped()) {
                        time.run(pauses.get(), watch::look);
                    }
                }
            }
        });
    }

    private <T> void seen(Watch watch, T found, Consumer<T> seen) {
        Optional<Throwable> fault = faultOf(() -> seen.accept(found));
        if (watch.failed(fault.isPresent())) {
            fault.ifPresent(onFault);
        }
    }

    private static void unseen(Watch watch, Throwable failed) {
        if (watch.failed(true)) {
            LOG.log(Level.WARNING, "A look failed and will be tried again: {0}", FaultText.of(failed));
        }
    }

    /**
     * Runs a task that the user does not wait for: it is not a job, and no progress is shown. May be called on any
     * thread; answers of tasks that are done one after the other arrive in that order.
     */
    public <T> void aside(Callable<T> task, Consumer<T> then) {
        background.execute(() -> {
            T answer;
            try {
                answer = task.call();
            } catch (Exception | Error fault) {
                fx.execute(() -> onFault.accept(fault));
                return;
            }
            onFxThread(() -> then.accept(answer));
        });
    }

    /**
     * Reads something that the user does not wait for, and that may be abandoned: it is not among the jobs that are {@linkplain
     * #running under way}, and no progress is shown.
     */
    public <T> Job readAside(Callable<T> task, Consumer<T> then) {
        Cancellation cancellation = new Cancellation();
        Job job = new Job("", true, () -> background.execute(cancellation::cancel), aside::remove);
        aside.add(job);
        background.execute(() -> run(job, () -> cancellation.call(task), then, dropped -> {}));
        return job;
    }

    /**
     * Runs a task that the user does not wait for after a while; at once where no time passes. May be called on any thread.
     */
    public <T> void later(Duration after, Callable<T> task, Consumer<T> then) {
        delay.ifPresentOrElse(time -> time.run(after, () -> aside(task, then)), () -> aside(task, then));
    }

    /**
     * Runs a task on the FX thread, from any thread. What one thread asks for is done in the order it was asked for; what
     * work in the background asks for is done before its answer arrives.
     */
    public void onFxThread(Runnable task) {
        fx.execute(() -> answer(task));
    }

    /**
     * Returns a part of this work. Its jobs are among the {@link #running} of both; those of the part can be abandoned or
     * waited for by themselves. Nothing here refers to a part once its jobs have ended.
     */
    public Work part() {
        Work part = new Work(background, fx, delay, onFault);
        part.running.addListener((ListChangeListener<Job>) change -> {
            while (change.next()) {
                running.removeAll(change.getRemoved());
                running.addAll(change.getAddedSubList());
            }
        });
        return part;
    }

    /** Runs a task as soon as no job is under way, at once when there is none. */
    public void whenIdle(Runnable task) {
        if (running.isEmpty()) {
            task.run();
            return;
        }
        running.addListener(new ListChangeListener<Job>() {
            @Override
            public void onChanged(Change<? extends Job> change) {
                if (running.isEmpty()) {
                    running.removeListener(this);
                    // Not inside the change, because the job that ended may be about to start another one.
                    onFxThread(() -> whenIdle(task));
                }
            }
        });
    }

    /** The jobs under way, oldest first, each until its result has been processed; changes on the FX thread. */
    public ObservableList<Job> running() {
        return running;
    }

    /** Abandons every read under way: the database it reads is about to be closed. */
    public void abandonReads() {
        List.copyOf(running).forEach(Job::abandon);
        List.copyOf(aside).forEach(Job::abandon);
    }

    private static <T> T close(T dropped, Consumer<T> unwanted) {
        unwanted.accept(dropped);
        return dropped;
    }

    private <T> Job start(String title, boolean abandonable, Callable<T> task, Consumer<T> then, Consumer<T> unwanted) {
        Cancellation cancellation = new Cancellation();
        Job job = new Job(title, abandonable, () -> background.execute(cancellation::cancel), running::remove);
        running.add(job);
        delay.ifPresent(time -> time.run(SLOW_AFTER, () -> onFxThread(job::markSlow)));
        Callable<T> cancellable = abandonable ? () -> cancellation.call(task) : task;
        background.execute(() -> run(job, cancellable, then, unwanted));
        return job;
    }

    private <T> void run(Job job, Callable<T> task, Consumer<T> then, Consumer<T> unwanted) {
        if (!job.progress().begin()) {
            return;
        }
        T answer;
        try {
            answer = task.call();
        } catch (Exception | Error fault) {
            fx.execute(() -> failed(job, fault));
            return;
        } finally {
            job.progress().done();
        }
        fx.execute(() -> arrived(job, answer, then, unwanted));
    }

    private <T> void arrived(Job job, T answer, Consumer<T> then, Consumer<T> unwanted) {
        if (job.abandoned()) {
            answer(() -> unwanted.accept(answer));
        } else {
            faultOf(() -> then.accept(answer))
                    .ifPresentOrElse(fault -> failed(job, fault), () -> job.end(State.ANSWERED));
        }
    }

    private void failed(Job job, Throwable fault) {
        if (job.abandoned() && fault instanceof CancellationException) {
            return;
        }
        if (job.abandoned()) {
            LOG.log(Level.WARNING, "A read failed after it had been abandoned: {0}", FaultText.of(fault));
        } else {
            job.end(State.FAILED);
            onFault.accept(fault);
        }
    }

    /** Runs what is given an answer, and reports what it throws. */
    private void answer(Runnable task) {
        faultOf(task).ifPresent(onFault);
    }

    private static Optional<Throwable> faultOf(Runnable task) {
        try {
            task.run();
            return Optional.empty();
        } catch (RuntimeException | Error fault) {
            return Optional.of(fault);
        }
    }
}
