package dev.concord.app.saving;

import dev.concord.app.journal.MergedWrites;
import dev.concord.app.task.JobGroup;
import dev.concord.app.task.Work;
import dev.concord.merge.Merging;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * Saves many records and reports the result of each. Nothing is written before {@link #start}. What is not saved stays an
 * unsaved edit of the caller. FX thread only.
 */
public final class SavingModel {
    /** Records saved between two chances to pause. */
    static final int CHUNK = 25;

    private final BulkSave bulk;
    private final Texts texts;
    private final SavingListener listener;
    private final Report report;
    private final Work work;
    private final JobGroup jobs = new JobGroup();
    private final DecidingModel deciding;
    private final ObjectProperty<FailurePolicy> policy =
            new SimpleObjectProperty<>(this, "policy", FailurePolicy.WHAT_CAN_BE_SAVED);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.CHOOSING);

    /** The state of saving. */
    public enum Phase {
        /** The policy is still to be chosen; nothing is written. */
        CHOOSING,
        /** Records are being saved. */
        RUNNING,
        /** Some have not been tried yet. */
        PAUSED,
        /** Everything that needs no decision is done. */
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
        report = new Report(records, listener::saved, listener::deleted, listener::kept);
        this.work = work;
        deciding = new DecidingModel(report, bulk, work, jobs, texts, listener);
    }

    /** Starts to save by the policy chosen. */
    public void start() {
        if (phase.get() == Phase.CHOOSING) {
            phase.set(Phase.RUNNING);
            next();
        }
    }

    /** Pauses after the records that are being saved. All or nothing is one transaction and cannot be paused. */
    public void pause() {
        if (phase.get() == Phase.RUNNING && policy.get() == FailurePolicy.WHAT_CAN_BE_SAVED) {
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

    /** Goes back to the choice of the policy with the records that failed or were held back. */
    public void again() {
        if (phase.get() == Phase.ENDED && !writing().get() && report.repeatable()) {
            report.repeat();
            phase.set(Phase.CHOOSING);
        }
    }

    /** Saves the records that were held back by others, in the way chosen before, once nothing keeps them back any more. */
    public void saveRest() {
        if (heldBackByNothing()) {
            report.repeat();
            phase.set(Phase.RUNNING);
            next();
        }
    }

    /** Whether all that is not saved was held back by records that are saved by now. */
    public boolean heldBackByNothing() {
        return phase.get() == Phase.ENDED
                && !writing().get()
                && count(SaveResult.Kind.HELD_BACK) > 0
                && entries().stream().allMatch(entry -> switch (entry.result().kind()) {
                    case SAVED, MERGED, DELETED, KEPT, HELD_BACK -> true;
                    case WAITING, NEEDS_DECISION, FAILED -> false;
                });
    }

    /** Whether {@link #again} has any record to try. */
    public boolean repeatable() {
        return report.repeatable();
    }

    /** Whether every record is in the database as wanted, so that nobody has to look at the report. */
    public boolean complete() {
        return entries().stream().allMatch(entry -> switch (entry.result().kind()) {
            case SAVED, MERGED, DELETED, KEPT -> true;
            case WAITING, NEEDS_DECISION, FAILED, HELD_BACK -> false;
        });
    }

    /** Whether something was merged without asking. */
    public boolean merged() {
        return count(SaveResult.Kind.MERGED) > 0;
    }

    /** What was done, in a sentence. */
    public String summary() {
        int merged = count(SaveResult.Kind.MERGED);
        return Stream.of(
                        done("saving.done.saved", count(SaveResult.Kind.SAVED) + merged),
                        done("saving.done.merged", merged),
                        done("saving.done.deleted", count(SaveResult.Kind.DELETED)),
                        done("saving.done.kept", count(SaveResult.Kind.KEPT)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> done(String text, int records) {
        return records == 0 ? Optional.empty() : Optional.of(texts.get(text, records));
    }

    private int count(SaveResult.Kind kind) {
        return (int) entries().stream()
                .filter(entry -> entry.result().kind() == kind)
                .count();
    }

    /** Opens a record that failed in its form, and leaves the report; does nothing for others. */
    public void open(ReportEntry entry) {
        if (closable() && entry.result() instanceof SaveResult.Failed) {
            listener.open(entry.record());
        }
    }

    /** Leaves the report; while records are being saved it pauses instead. */
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
        switch (policy.get()) {
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

    /** Pauses after a fault. The records wait to be tried again; one that was saved all the same is then found unchanged. */
    private void failed() {
        if (phase.get() == Phase.RUNNING) {
            phase.set(Phase.PAUSED);
        }
    }

    /** The report: a line for each record, in the order they were given. */
    public ObservableList<ReportEntry> entries() {
        return report.entries();
    }

    /** The records that need a decision. */
    public DecidingModel deciding() {
        return deciding;
    }

    /** What happens when a record cannot be saved; read at the start. */
    public ObjectProperty<FailurePolicy> policy() {
        return policy;
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Whether records are being saved right now. */
    public ReadOnlyBooleanProperty writing() {
        return jobs.busy();
    }
}
