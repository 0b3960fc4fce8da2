package dev.concord.app.conflict;

import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;

/** Whether a write is under way. Ends with the job, even when that ends in a fault and gives no answer. */
public final class WriteUnderWay {
    private final Work work;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");

    public WriteUnderWay(Work work) {
        this.work = work;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    public void follow(Job job) {
        if (!work.running().contains(job)) {
            return;
        }
        running.set(true);
        work.running().addListener(new ListChangeListener<Job>() {
            @Override
            public void onChanged(Change<? extends Job> change) {
                if (!change.getList().contains(job)) {
                    work.running().removeListener(this);
                    running.set(false);
                }
            }
        });
    }
}
