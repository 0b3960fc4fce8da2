package dev.concord.app.saving;

import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;

/** The one job of a report: it is over when its answer has arrived, and also when it ends in a fault without one. */
final class Sending {
    private final Work work;
    private final Runnable faulted;
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper(this, "writing");
    private Optional<Job> job = Optional.empty();

    /**
     * @param faulted told when a job gave no answer; {@link Work} has told its fault by then
     */
    Sending(Work work, Runnable faulted) {
        this.work = work;
        this.faulted = faulted;
        work.running().addListener((ListChangeListener<Job>) change -> look());
    }

    ReadOnlyBooleanProperty writing() {
        return writing.getReadOnlyProperty();
    }

    void send(String title, Supplier<List<Fate>> task, Consumer<List<Fate>> then) {
        writing.set(true);
        Job started = work.write(title, task::get, fates -> {
            job = Optional.empty();
            writing.set(false);
            then.accept(fates);
        });
        if (writing.get() && work.running().contains(started)) {
            job = Optional.of(started);
        }
    }

    private void look() {
        if (job.filter(j -> !work.running().contains(j)).isPresent()) {
            job = Optional.empty();
            writing.set(false);
            faulted.run();
        }
    }
}
