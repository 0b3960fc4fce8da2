package dev.concord.app.edit;

import dev.concord.app.task.JobGroup;
import dev.concord.app.task.Work;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** The form's jobs in the background. FX thread only. */
final class FormJobs {
    private final Work work;
    private final JobGroup group = new JobGroup();

    FormJobs(Work work) {
        this.work = work;
    }

    /** Whether any of them is under way. */
    ReadOnlyBooleanProperty busy() {
        return group.busy();
    }

    <T> void read(String title, Supplier<T> task, Consumer<T> then) {
        group.add(work.read(title, task::get, then));
    }

    <T> void write(String title, Supplier<T> task, Consumer<T> then) {
        group.add(work.write(title, task::get, then));
    }
}
