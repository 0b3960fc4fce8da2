package dev.concord.app.task;

import dev.concord.app.task.Job.State;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;

/**
 * The jobs of one screen: whether any of them is under way. A job counts until its result has been processed, or until
 * it failed or was abandoned. The group listens to its jobs only, so nothing keeps it from being collected once they
 * have ended. FX thread only.
 */
public final class JobGroup {
    private final Set<Job> underWay = new HashSet<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    /** Whether any job of the group is under way. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Adds a job and returns it; one that has ended already changes nothing. */
    public Job add(Job job) {
        return add(job, () -> {});
    }

    /**
     * Adds a job and returns it; one that has ended already changes nothing.
     *
     * @param onFailure run when the job fails, after it has left the group
     */
    public Job add(Job job, Runnable onFailure) {
        if (job.state().get() == State.RUNNING) {
            underWay.add(job);
            job.state().addListener((ChangeListener<State>) (property, before, now) -> ended(job, now, onFailure));
            busy.set(true);
        }
        return job;
    }

    private void ended(Job job, State how, Runnable onFailure) {
        underWay.remove(job);
        busy.set(!underWay.isEmpty());
        if (how == State.FAILED) {
            onFailure.run();
        }
    }
}
