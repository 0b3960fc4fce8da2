package dev.concord.app.saving;

import dev.concord.app.journal.MergedWrites;
import dev.concord.app.task.JobGroup;
import dev.concord.app.task.Work;
import dev.concord.merge.Merging;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * Saves many records and tells of each. Nothing is written before {@link #start}; whatever is not saved stays with whoever
 * gave it. FX thread only.
 */
public final class SavingModel {
    /** As many records as are sent between two chances to pause. */
    static final int CHUNK = 25;

    private final BulkSave bulk;
    private final Texts texts;
    private final SavingListener listener;
    private final Report report;
    private final Work work;
    private final JobGroup jobs = new JobGroup();
    private final DecidingModel deciding;
    private final ObjectProperty<FailurePolicy> way =
            new SimpleObjectProperty<>(this, "way", FailurePolicy.WHAT_CAN_BE_SAVED);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.CHOOSING);

    /** Where it stands. */
    public enum Phase {
        /** The way is still to be chosen; nothing is written. */
        CHOOSING,
        /** Records are being saved. */
        RUNNING,
        /** Some have not been tried yet, and wait to be. */
        PAUSED,
        /** All that can be done without a person is done. */
        ENDED
    }

    /** Starts with nothing written and every record waiting. */
    public SavingModel(
            List<Unsaved> records,
            MergedWrites writes,
            Policies policies,
            Merging merging,
            Work work,
            Texts texts,
            SavingListener listener) {
        this.texts = texts;
        this.listener = listener;
        bulk = new BulkSave(writes, policies, merging, texts);
        report = new Report(records, listener::saved);
        this.work = work;
        deciding = new DecidingModel(report, bulk, work, jobs, texts, listener);
    }

    /** Starts to save in the way chosen. */
    public void start() {
        if (phase.get() == Phase.CHOOSING) {
            phase.set(Phase.RUNNING);
            next();
        }
    }

    /** Lets what is being sent arrive, and sends no more. All or nothing is one piece and cannot be paused. */
    public void pause() {
        if (phase.get() == Phase.RUNNING && way.get() == FailurePolicy.WHAT_CAN_BE_SAVED) {
            phase.set(Phase.PAUSED);
        }
    }

    /** Goes on after a pause. */
    public void goOn() {
        if (phase.get() == Phase.PAUSED) {
            phase.set(Phase.RUNNING);
            if (!writing().get()) {
                next();
            }
        }
    }

    /** Goes back to the choice of the way with what failed or was held back; what is saved stays saved. */
    public void again() {
        if (phase.get() == Phase.ENDED && !writing().get() && report.repeatable()) {
            report.repeat();
            phase.set(Phase.CHOOSING);
        }
    }

    /** Whether {@link #again} has something to try. */
    public boolean repeatable() {
        return report.repeatable();
    }

    /** How many of the records all or nothing cannot take, because they are new. */
    public int newRecords() {
        return (int) entries().stream()
                .filter(entry -> entry.fate().kind() == SaveResult.Kind.WAITING
                        && entry.record().isNew())
                .count();
    }

    /** Opens a record that failed in its form, and leaves the report; does nothing for others. */
    public void open(Entry entry) {
        if (closable() && entry.fate() instanceof SaveResult.Failed) {
            listener.open(entry.record());
        }
    }

    /** Leaves the report; while records are being sent it pauses instead. */
    public void close() {
        if (closable()) {
            listener.closed();
        } else {
            pause();
        }
    }

    private boolean closable() {
        return phase.get() != Phase.RUNNING && !writing().get();
    }

    private void next() {
        switch (way.get()) {
            case WHAT_CAN_BE_SAVED -> send(report.chunk(CHUNK), bulk::each);
            case ALL_OR_NOTHING -> send(report.waiting(), bulk::together);
        }
    }

    private void send(List<Integer> places, Function<List<Unsaved>, List<SaveResult>> save) {
        if (places.isEmpty()) {
            phase.set(Phase.ENDED);
            return;
        }
        List<Unsaved> records = report.at(places);
        jobs.add(
                work.write(texts.get("saving.job", places.size()), () -> save.apply(records), results -> {
                    report.settle(places, results);
                    if (phase.get() == Phase.RUNNING) {
                        next();
                    }
                }),
                this::failed);
    }

    /** What was being sent waits to be tried again: a record that was saved all the same is then found as it is wanted. */
    private void failed() {
        if (phase.get() == Phase.RUNNING) {
            phase.set(Phase.PAUSED);
        }
    }

    /** The report: a line for each record, in the order they were given. */
    public ObservableList<Entry> entries() {
        return report.entries();
    }

    /** What needs a person. */
    public DecidingModel deciding() {
        return deciding;
    }

    /** What is to happen when a record cannot be saved; read when it starts. */
    public ObjectProperty<FailurePolicy> way() {
        return way;
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Whether records are being sent right now. */
    public ReadOnlyBooleanProperty writing() {
        return jobs.busy();
    }
}
