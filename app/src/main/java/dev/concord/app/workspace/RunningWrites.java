package dev.concord.app.workspace;

import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import java.util.Optional;
import javafx.collections.ListChangeListener;

/** The writes under way in a window, whose ends must be known before it is left. FX thread only. */
final class RunningWrites {
    private final Work work;
    private final ListChangeListener<Job> ended = change -> check();
    private Optional<Waiting> waiting = Optional.empty();

    /** What to do when no write is under way any more. */
    private record Waiting(Runnable then, Runnable replaced) {}

    RunningWrites(Work work) {
        this.work = work;
    }

    /** Whether a write is under way: a job that nobody may stop waiting for. */
    boolean any() {
        return work.running().stream().anyMatch(job -> !job.abandonable());
    }

    /**
     * Runs a task as soon as no write is under way; a write that follows from the end of another is waited for as well.
     *
     * @param replaced run instead when another task is to wait in its place
     */
    void afterwards(Runnable then, Runnable replaced) {
        Optional<Waiting> before = waiting;
        waiting = Optional.of(new Waiting(then, replaced));
        if (before.isEmpty()) {
            work.running().addListener(ended);
        }
        before.map(Waiting::replaced).ifPresent(Runnable::run);
        check();
    }

    private void check() {
        if (waiting.isPresent() && !any()) {
            // Not inside the change of a list that others are still told of.
            work.onFxThread(this::go);
        }
    }

    private void go() {
        if (waiting.isPresent() && !any()) {
            Runnable then = waiting.get().then();
            waiting = Optional.empty();
            work.running().removeListener(ended);
            then.run();
        }
    }
}
