package dev.concord.app.edit;

import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;

/** The form's own background work: while some is under way the form is busy, also when it ends in a fault. */
final class FormJobs {
    private final Work work;
    private final List<Job> mine = new ArrayList<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");

    FormJobs(Work work) {
        this.work = work;
        work.running().addListener((ListChangeListener<Job>) change -> refresh());
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    <T> void read(String title, Supplier<T> task, Consumer<T> then) {
        track(work.read(title, task::get, then));
    }

    <T> void write(String title, Supplier<T> task, Consumer<T> then) {
        track(work.write(title, task::get, then));
    }

    private void track(Job job) {
        mine.add(job);
        refresh();
    }

    private void refresh() {
        mine.retainAll(List.copyOf(work.running()));
        busy.set(!mine.isEmpty());
    }
}
