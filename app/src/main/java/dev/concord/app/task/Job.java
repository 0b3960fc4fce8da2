package dev.concord.app.task;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One piece of background work as the window sees it. Its properties change on the FX thread only.
 *
 * <p>A read may be abandoned: the statement that is running for it is cancelled, and its answer is dropped. The thread
 * is not interrupted, because interrupting a thread inside embedded H2 closes the database file. A write is never
 * abandoned, because its outcome would be unknown.
 */
public final class Job {
    private final String title;
    private final boolean abandonable;
    private final Runnable cancel;
    private final Consumer<Job> ended;
    private final Progress progress = new Progress();
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper(this, "slow");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);

    /** The state of a job. Every state but the first is final. */
    public enum State {
        /** Its result has not been processed yet. */
        RUNNING,
        /** Its result has been processed. */
        ANSWERED,
        /** The task, or the code that was given its answer, threw an exception; {@link Work} has reported it. */
        FAILED,
        /** It was abandoned; its result is dropped. */
        ABANDONED
    }

    /**
     * @param abandonable whether the user may stop waiting for it
     * @param cancel cancels the task in the background; called if it is abandoned while the background works on it
     * @param ended called before the state says that it has ended
     */
    Job(String title, boolean abandonable, Runnable cancel, Consumer<Job> ended) {
        this.title = title;
        this.abandonable = abandonable;
        this.cancel = cancel;
        this.ended = ended;
    }

    /** What is being done, to display. */
    public String title() {
        return title;
    }

    /** Whether the user may stop waiting for it. */
    public boolean abandonable() {
        return abandonable;
    }

    /** Whether it has been running long enough (300 ms) for a progress indicator to be shown. */
    public ReadOnlyBooleanProperty slow() {
        return slow.getReadOnlyProperty();
    }

    /** Its state; when it ends, it is no longer in {@link Work#running}. */
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Cancels a read and drops its answer; does nothing for a write and for a job that has ended. */
    public void abandon() {
        if (abandonable && state.get() == State.RUNNING) {
            if (progress.stop()) {
                cancel.run();
            }
            end(State.ABANDONED);
        }
    }

    boolean abandoned() {
        return progress.stopped();
    }

    /** What the background does for it. */
    Progress progress() {
        return progress;
    }

    void markSlow() {
        slow.set(true);
    }

    void end(State how) {
        if (state.get() == State.RUNNING) {
            ended.accept(this);
            state.set(how);
        }
    }
}
