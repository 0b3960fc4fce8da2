package dev.concord.app.saving;

import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;

/** The one job of a report: it is over when its answer has arrived, and also when it ends in a fault without one. */
final class ReportJob {
    private final Work work;
    private final Runnable faulted;
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper(this, "writing");

    /**
     * @param faulted told when a job gave no answer; {@link Work} has told its fault by then
     */
    ReportJob(Work work, Runnable faulted) {
        this.work = work;
        this.faulted = faulted;
    }

    ReadOnlyBooleanProperty writing() {
        return writing.getReadOnlyProperty();
    }

    void send(String title, Supplier<List<SaveResult>> task, Consumer<List<SaveResult>> then) {
        writing.set(true);
        boolean[] answered = new boolean[1];
        Job job = work.write(title, task::get, fates -> {
            answered[0] = true;
            writing.set(false);
            then.accept(fates);
        });
        if (work.running().contains(job)) {
            work.running().addListener(new ListChangeListener<Job>() {
                @Override
                public void onChanged(Change<? extends Job> change) {
                    if (!change.getList().contains(job)) {
                        work.running().removeListener(this);
                        ended(answered[0]);
                    }
                }
            });
        }
    }

    private void ended(boolean answered) {
        if (!answered) {
            writing.set(false);
            faulted.run();
        }
    }
}
