package dev.concord.app.saving;

import dev.concord.app.task.JobGroup;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        if (jobs.busy().get()) {
            return;
        }
        switch (entry.result()) {
            case SaveResult.NeedsDecision(RecordMerge merge) -> {
                similar.set(Optional.empty());
                listener.decide(entry.record(), merge, texts.get("saving.place", decided + 1, decided + queue.size()));
            }
            case SaveResult.NeedsDeletion(Snapshot mine, Snapshot theirs) -> {
                similar.set(Optional.empty());
                listener.decideDeletion(entry.record(), mine, theirs);
            }
            default -> {}
        }
    }

    /** Reports that a record was deleted although somebody had changed it, or left as it is. */
    public void decided(Unsaved record, SaveResult result) {
        report.find(record).ifPresent(place -> {
            decided++;
            report.settle(place, result);
        });
    }

    /** Deletes records that somebody changed, all of a group, each as it was when this was asked. */
    void deleteAll(DecisionGroup group) {
        if (jobs.busy().get()) {
            return;
        }
        List<ReportEntry> entries = group.entries();
        List<Integer> places = places(entries.stream().map(ReportEntry::record));
        List<Table> tables =
                entries.stream().map(entry -> entry.record().table()).toList();
        List<SaveResult.NeedsDeletion> asked = entries.stream()
                .map(ReportEntry::result)
                .map(SaveResult.NeedsDeletion.class::cast)
                .toList();
        jobs.add(work.write(
                texts.get("saving.job", places.size()),
                () -> bulk.deleted(tables, asked),
                results -> settle(places, results)));
    }

    /** Leaves records that somebody changed as they are, all of a group. */
    void keepAll(DecisionGroup group) {
        if (!jobs.busy().get()) {
            for (ReportEntry entry : group.entries()) {
                if (entry.result() instanceof SaveResult.NeedsDeletion(Snapshot _, Snapshot theirs)) {
                    decided(entry.record(), new SaveResult.Kept(theirs));
                }
            }
        }
    }

    private List<Integer> places(Stream<Unsaved> records) {
        return records.flatMap(record -> report.find(record).stream()).toList();
    }

    private void settle(List<Integer> places, List<SaveResult> results) {
        int before = queue.size();
        report.settle(places, results);
        decided += before - queue.size();
    }

    /**
     * Reports that a record was decided and saved, and finds similar records.
     *
     * @param decision nothing of it is undecided
     * @param sent what was written, on the row it was written to
     */
    public void decided(Unsaved record, Resolution decision, Draft sent, Snapshot now) {
        report.find(record).ifPresent(place -> {
            SaveResult before = report.entries().get(place).result();
            report.settle(place, new SaveResult.Saved(sent, now));
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
        List<Integer> places = places(results.stream().map(SimilarRecords.Result::record));
        jobs.add(work.write(
                texts.get("saving.job", places.size()), () -> bulk.decided(results), saved -> settle(places, saved)));
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
