package dev.concord.app.workspace;

import dev.concord.app.conflict.ConflictListener;
import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.conflict.deletion.DeletionCase;
import dev.concord.app.conflict.deletion.DeletionModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.place.OpenStore;
import dev.concord.app.place.RecordPane;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.question.Question;
import dev.concord.app.question.QuestionQueue;
import dev.concord.app.saved.SavedStep;
import dev.concord.app.saving.FailurePolicy;
import dev.concord.app.saving.SaveResult;
import dev.concord.app.saving.SavingListener;
import dev.concord.app.saving.SavingModel;
import dev.concord.app.saving.Unsaved;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Saves every unsaved record and reports the result of each. What is not saved stays a pending edit. FX thread only.
 */
final class BulkSaveStart implements SavingListener {
    private final WorkspaceServices services;
    private final WrittenRecords written;
    private final RecordPane pane;
    private final Prompt prompt;
    private final SavingModel saving;
    private final Optional<String> done;
    /** By the record itself: two new records may hold the same values. */
    private final IdentityHashMap<Unsaved, PendingEdit> edits = new IdentityHashMap<>();
    /** The report, or the merge shown in its place. */
    private Optional<QuestionQueue.Asked> asked = Optional.empty();

    /**
     * Gathers the records. Nothing is written.
     *
     * @param unsaved what is to be saved
     * @param done said when all went well, in place of how many records were saved, where a save is taken back
     */
    BulkSaveStart(
            WorkspaceServices services,
            List<PendingEdit> unsaved,
            Optional<String> done,
            WrittenRecords written,
            RecordPane pane,
            Prompt prompt) {
        this.done = done;
        this.services = services;
        this.written = written;
        this.pane = pane;
        this.prompt = prompt;
        List<Unsaved> records = unsaved.stream()
                .map(edit -> {
                    boolean readable = edit.state().get().unreadable().isEmpty();
                    String title = services.titles().of(edit.table(), edit.draft());
                    Unsaved record = new Unsaved(title, edit.table(), edit.draft(), readable, edit.mark());
                    edits.put(record, edit);
                    return record;
                })
                .toList();
        OpenStore open = services.open();
        saving = new SavingModel(
                records, open.writes(), open.policies(), open.merging(), services.work(), services.texts(), this);
        saving.phase().subscribe((was, now) -> {
            if (now == SavingModel.Phase.ENDED || (now == SavingModel.Phase.PAUSED && asked.isEmpty())) {
                ended();
            }
        });
    }

    /**
     * Saves at once, in the way that was chosen before. The report is shown only where it needs a person.
     *
     * @param known how the records are saved
     */
    void run(FailurePolicy known) {
        saving.policy().set(known);
        queue(true);
        saving.start();
    }

    /**
     * Asks first how the records are to be saved.
     *
     * @param chosen receives the answer when saving starts
     * @param before what was chosen the last time; empty when nothing was
     */
    void ask(Optional<FailurePolicy> before, Consumer<FailurePolicy> chosen) {
        before.ifPresent(saving.policy()::set);
        saving.phase().subscribe((was, now) -> {
            if (was == SavingModel.Phase.CHOOSING && now == SavingModel.Phase.RUNNING) {
                chosen.accept(saving.policy().get());
            }
        });
        report();
    }

    private void report() {
        queue(true);
        show(new Question.SaveAll(saving));
    }

    /** Nothing is left to be looked at when all went well; otherwise the report is shown. */
    private void ended() {
        if (saving.complete()) {
            Optional<SavedStep> step = finish();
            List<Notice.Offer> offers = new ArrayList<>();
            if (saving.merged()) {
                offers.add(new Notice.Offer(services.texts().get("shell.save-all.merged"), this::report));
            }
            step.map(written::takeBack).ifPresent(offers::add);
            prompt.say(new Notice(done.orElseGet(saving::summary), offers));
        } else if (asked.isEmpty()) {
            boolean oneDeletion = edits.size() == 1
                    && edits.keySet().stream().allMatch(record -> record.draft().deleted());
            if (oneDeletion && saving.deciding().waiting()) {
                saving.deciding().next();
            } else {
                report();
            }
        }
    }

    /** Goes on after a decision about a deletion. */
    private void next() {
        if (saving.deciding().waiting()) {
            saving.deciding().next();
        } else if (saving.complete()) {
            ended();
        } else {
            report();
        }
    }

    /** Notes with the edits that they are being saved together. */
    private void queue(boolean together) {
        edits.values().stream().filter(PendingEdit::dirty).forEach(edit -> edit.queue(together));
    }

    private void show(Question question) {
        asked = Optional.of(asked.map(before -> before.followedBy(question)).orElseGet(() -> prompt.ask(question)));
    }

    private void answered() {
        asked.ifPresent(QuestionQueue.Asked::answered);
        asked = Optional.empty();
    }

    @Override
    public void saved(Unsaved record, Draft sent, Snapshot now) {
        PendingEdit edit = editOf(record);
        edit.settle(record.draft(), now);
        written.savedAmongOthers(edit, sent, now);
    }

    @Override
    public void deleted(Unsaved record, Snapshot row) {
        written.deletedAmongOthers(editOf(record), row);
    }

    @Override
    public void kept(Unsaved record, Snapshot theirs) {
        PendingEdit edit = editOf(record);
        edit.endStep();
        edit.delete(false);
        written.keptAmongOthers(edit, theirs);
    }

    @Override
    public void decideDeletion(Unsaved record, Snapshot mine, Snapshot theirs) {
        OpenStore open = services.open();
        show(new Question.Deletion(new DeletionModel(
                new DeletionCase.ChangedUnderDelete(record.table(), mine, theirs),
                open.policies().of(record.table().id()).versionColumns(),
                open.store()::insert,
                open.store()::delete,
                services.work(),
                services.titles(),
                new DeletionDecision(result -> {
                    saving.deciding().decided(record, result);
                    next();
                }))));
    }

    @Override
    public void decide(Unsaved record, RecordMerge merge, String place) {
        Deciding end = new Deciding(record, merge);
        ConflictModel conflict = new ConflictStart(services).of(editOf(record), merge, end);
        conflict.resolution().subscribe(end::decided);
        show(new Question.Merge(conflict, place));
    }

    @Override
    public void open(Unsaved record) {
        finish();
        pane.open(editOf(record));
    }

    @Override
    public void closed() {
        finish();
    }

    /** Nothing more is saved; returns what was. */
    private Optional<SavedStep> finish() {
        queue(false);
        answered();
        return written.together(done.isPresent());
    }

    private PendingEdit editOf(Unsaved record) {
        return Objects.requireNonNull(edits.get(record), "Not one of the records to be saved");
    }

    /** Continues after a decision: with the next one, or with the report where there is something to report. */
    private final class Deciding implements ConflictListener {
        private final Unsaved record;
        private Resolution decisions;

        Deciding(Unsaved record, RecordMerge merge) {
            this.record = record;
            this.decisions = Resolution.of(merge);
        }

        void decided(Resolution now) {
            decisions = now;
        }

        @Override
        public void resolved(Draft sent, Snapshot saved) {
            saving.deciding().decided(record, decisions, sent, saved);
            if (saving.deciding().waiting() && saving.deciding().similar().get().isEmpty()) {
                saving.deciding().next();
            } else {
                report();
            }
        }

        @Override
        public void cancelled(Resolution kept) {
            editOf(record).keep(kept);
            report();
        }

        @Override
        public void gone(Draft wanted) {
            saving.deciding().deleted(record);
            report();
        }
    }

    /** Reports what a person decided about a record that was to be deleted with others and that somebody had changed. */
    private static final class DeletionDecision implements DeletionModel.Listener {
        private final Consumer<SaveResult> decided;

        /** @param decided given the result, once */
        DeletionDecision(Consumer<SaveResult> decided) {
            this.decided = decided;
        }

        @Override
        public void deleted(Snapshot row) {
            decided.accept(new SaveResult.DeletedAnyway(row));
        }

        @Override
        public void keptRow(Snapshot theirs) {
            decided.accept(new SaveResult.Kept(theirs));
        }

        @Override
        public void closed(RecordKey key) {
            decided.accept(new SaveResult.Deleted());
        }

        @Override
        public void leftDeleted(Draft kept) {
            throw neverAsked();
        }

        @Override
        public void inserted(Snapshot saved) {
            throw neverAsked();
        }

        @Override
        public void copied(Draft newRow) {
            throw neverAsked();
        }

        private static IllegalStateException neverAsked() {
            return new IllegalStateException("Only a deletion was asked about");
        }
    }
}
