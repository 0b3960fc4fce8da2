package dev.concord.app.task;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * One piece of background work as the window sees it. Properties change on the FX thread only.
 *
 * <p>Abandoning a job drops its answer; it does not interrupt the database, because interrupting a thread inside
 * embedded H2 closes the file. A write is therefore never abandoned: it cannot be told from one that went through.
 */
public final class Job {
    private final String title;
    private final boolean abandonable;
    private final AtomicBoolean abandoned = new AtomicBoolean();
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper(this, "slow");
    private final Runnable onAbandon;

    Job(String title, boolean abandonable, Runnable onAbandon) {
        this.title = title;
        this.abandonable = abandonable;
        this.onAbandon = onAbandon;
    }

    /** What is being done, for people. */
    public String title() {
        return title;
    }

    /** Whether the user may stop waiting for it. */
    public boolean abandonable() {
        return abandonable;
    }

    /** Whether it has been running long enough (300 ms) to deserve a progress indicator. */
    public ReadOnlyBooleanProperty slow() {
        return slow.getReadOnlyProperty();
    }

    /** Drops the answer, if there is one yet to come. Call on the FX thread. */
    public void abandon() {
        if (abandonable && abandoned.compareAndSet(false, true)) {
            onAbandon.run();
        }
    }

    boolean abandoned() {
        return abandoned.get();
    }

    void markSlow() {
        slow.set(true);
    }
}
