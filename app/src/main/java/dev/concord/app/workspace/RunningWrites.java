package dev.concord.app.workspace;

import dev.concord.app.task.Job;
import dev.concord.app.task.JobGroup;
import dev.concord.app.task.Work;
import java.util.List;
import java.util.Optional;

/** The writes under way in a window, whose results must be known before the database is left. FX thread only. */
final class RunningWrites {
    private final Work work;
    private final JobGroup group = new JobGroup();
    private Optional<Waiting> waiting = Optional.empty();

    /** What to do when no write is under way any more. */
    private record Waiting(Runnable then, Runnable replaced) {}

    RunningWrites(Work work) {
        this.work = work;
        group.busy().subscribe((was, busy) -> {
            if (!busy) {
                check();
            }
        });
    }

    /** Whether a write is under way: a job that cannot be abandoned. */
    boolean any() {
        return !now().isEmpty();
    }

    private List<Job> now() {
        return work.running().stream().filter(job -> !job.abandonable()).toList();
    }

    /**
     * Runs a task as soon as no write is under way; a write that follows from the end of another is waited for as well.
     *
     * @param replaced run instead when another task is to wait in its place
     */
    void afterwards(Runnable then, Runnable replaced) {
        Optional<Waiting> before = waiting;
        waiting = Optional.of(new Waiting(then, replaced));
        before.map(Waiting::replaced).ifPresent(Runnable::run);
        if (!group.busy().get()) {
            check();
        }
    }

    private void check() {
        if (any()) {
            now().forEach(group::add);
        } else {
            Optional<Waiting> over = waiting;
            waiting = Optional.empty();
            over.map(Waiting::then).ifPresent(Runnable::run);
        }
    }
}
