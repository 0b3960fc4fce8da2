package dev.concord.app.saving;

import dev.concord.app.task.JobGroup;
import dev.concord.app.task.Work;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The records that need a decision. They are decided one at a time; a decision can be applied to similar records after a
 * preview. FX thread only.
 */
public final class DecidingModel {
    private final Report report;
    private final BulkSave bulk;
    private final Work work;
    private final JobGroup jobs;
    private final Texts texts;
    private final SavingListener listener;
    private final DecisionQueue queue;
    private final ReadOnlyObjectWrapper<Optional<SimilarRecords>> similar =
            new ReadOnlyObjectWrapper<>(this, "similar", Optional.empty());
    private final ReadOnlyBooleanWrapper previewing = new ReadOnlyBooleanWrapper(this, "previewing");
    private int decided;

    /**
     * Starts with nothing decided.
     *
     * @param jobs the jobs that save records of the report, those of the {@link SavingModel} as well
     */
    DecidingModel(Report report, BulkSave bulk, Work work, JobGroup jobs, Texts texts, SavingListener listener) {
        this.report = report;
        this.bulk = bulk;
        this.work = work;
        this.jobs = jobs;
        this.texts = texts;
        this.listener = listener;
        this.queue = new DecisionQueue(report.entries());
    }

    /** Asks for a decision about the first record of the queue. */
    public void next() {
        queue.first().ifPresent(this::decide);
    }

    /** Asks for a decision about a record; does nothing for one that needs none, or while records are being saved. */
    public void decide(ReportEntry entry) {
        if (entry.result() instanceof SaveResult.NeedsDecision(RecordMerge merge)
                && !jobs.busy().get()) {
            similar.set(Optional.empty());
            listener.decide(entry.record(), merge, texts.get("saving.place", decided + 1, decided + queue.size()));
        }
    }

    /**
     * Reports that a record was decided and saved, and finds similar records.
     *
     * @param decision nothing of it is undecided
     */
    public void decided(Unsaved record, Resolution decision, Snapshot now) {
        report.find(record).ifPresent(place -> {
            SaveResult before = report.entries().get(place).result();
            report.settle(place, new SaveResult.Saved(now));
            if (before instanceof SaveResult.NeedsDecision(RecordMerge asked)) {
                decided++;
                similar.set(queue.like(asked, decision));
            }
        });
    }

    /** Reports that a record was deleted while it was being decided. */
    public void deleted(Unsaved record) {
        report.find(record)
                .ifPresent(place -> report.settle(place, new SaveResult.Failed(texts.get("saving.failed.gone"))));
    }

    /** Shows what the last decision would make of similar records. Nothing is written. */
    public void preview() {
        previewing.set(similar.get().isPresent());
    }

    /** Goes back from the preview without writing. */
    public void leavePreview() {
        previewing.set(false);
    }

    /** Saves what the preview shows, each record with its own guard. */
    public void apply() {
        similar.get()
                .filter(_ -> previewing.get() && !jobs.busy().get())
                .map(SimilarRecords::results)
                .ifPresent(this::apply);
    }

    private void apply(List<SimilarRecords.Result> results) {
        previewing.set(false);
        similar.set(Optional.empty());
        List<Integer> places = results.stream()
                .flatMap(result -> report.find(result.record()).stream())
                .toList();
        jobs.add(work.write(texts.get("saving.job", places.size()), () -> bulk.decided(results), saved -> {
            int before = queue.size();
            report.settle(places, saved);
            decided += before - queue.size();
        }));
    }

    /** Whether any record needs a decision. */
    public boolean waiting() {
        return queue.size() > 0;
    }

    DecisionQueue queue() {
        return queue;
    }

    /** The records the last decision can be applied to as well. */
    public ReadOnlyObjectProperty<Optional<SimilarRecords>> similar() {
        return similar.getReadOnlyProperty();
    }

    /** Whether the preview is shown. */
    public ReadOnlyBooleanProperty previewing() {
        return previewing.getReadOnlyProperty();
    }
}
