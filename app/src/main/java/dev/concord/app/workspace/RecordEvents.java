package dev.concord.app.workspace;

import dev.concord.app.conflict.ConflictListener;
import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.conflict.deletion.DeletionCase;
import dev.concord.app.conflict.deletion.DeletionModel;
import dev.concord.app.control.ReadText;
import dev.concord.app.edit.EditListener;
import dev.concord.app.edit.MergedSave;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.place.OpenStore;
import dev.concord.app.place.RecordPane;
import dev.concord.app.question.Prompt;
import dev.concord.app.question.Question;
import dev.concord.app.question.QuestionQueue;
import dev.concord.app.task.Job;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.drafts.Sending;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.DependentRows.Dependents;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Updates the workspace at the end of a save, a deletion or a refresh. It concerns the record of that request, which
 * may no longer be the one shown.
 */
final class RecordEvents implements EditListener {
    private final WorkspaceServices services;
    private final WrittenRecords written;
    private final RecordPane pane;
    private final Prompt prompt;
    private final VersionDecision versions;
    /** The count of what refers to the record that is to be deleted. */
    private Optional<Job> counting = Optional.empty();

    RecordEvents(
            WorkspaceServices services,
            WrittenRecords written,
            RecordPane pane,
            Prompt prompt,
            VersionDecision versions) {
        this.services = services;
        this.written = written;
        this.pane = pane;
        this.prompt = prompt;
        this.versions = versions;
    }

    @Override
    public void saved(PendingEdit edit, Draft sent, Snapshot saved, Optional<MergedSave> merged) {
        written.saved(edit, sent, saved, merged);
    }

    @Override
    public void conflict(PendingEdit edit, RecordMerge merge) {
        prompt.ask(question -> {
            ConflictModel model = new ConflictStart(services).of(edit, merge, new ConflictEnd(question, edit, merge));
            return new Question.Merge(model, "");
        });
    }

    @Override
    public void gone(PendingEdit edit, Draft mine) {
        Draft asked = edit.draft();
        Snapshot last = mine.base().orElseThrow();
        Table table = edit.table();
        services.work()
                .write(
                        services.texts().get("shell.job.gone", table.id().name()),
                        () -> services.open().store().absenceOf(last),
                        presence -> ask(DeletionCase.underEdit(table, mine, presence), edit, asked));
    }

    @Override
    public void deleteConflict(PendingEdit edit, Snapshot mine, Snapshot theirs) {
        ask(new DeletionCase.ChangedUnderDelete(edit.table(), mine, theirs), edit, edit.draft());
    }

    private void ask(DeletionCase situation, PendingEdit edit, Draft asked) {
        OpenStore open = services.open();
        prompt.ask(question -> new Question.Deletion(new DeletionModel(
                situation,
                open.policies().of(edit.table().id()).versionColumns(),
                draft -> edit.mark()
                        .around(new Sending(asked, draft), () -> open.store().insert(draft)),
                open.store()::delete,
                services.work(),
                services.titles(),
                new DeletionFollowUp(edit, asked, written, question))));
    }

    @Override
    public void deleted(PendingEdit edit, RecordKey key) {
        written.deleted(edit, key, edit.draft().base());
    }

    @Override
    public void confirmDelete(Snapshot row, String record, Runnable delete) {
        // Pressed again while it is counted, the button asks once.
        counting.ifPresent(Job::abandon);
        TableId table = row.key().table();
        counting = Optional.of(services.work()
                .read(
                        services.texts().get("shell.job.dependents", 1, table.name()),
                        () -> services.open().store().reading(from -> from.dependents()
                                .of(table, List.of(row.row()))),
                        found -> prompt.ask(new Question.Delete(record, consequences(found), delete))));
    }

    private List<String> consequences(ReadOutcome<List<Dependents>> found) {
        return switch (found) {
            case ReadOutcome.Read<List<Dependents>>(var dependents) ->
                new DependentsText(services.texts()).lines(dependents);
            case ReadOutcome.Unreadable<List<Dependents>> why ->
                List.of(services.texts().get("shell.dependents.unread", new ReadText(services.texts()).of(why)));
        };
    }

    @Override
    public void undecided(Table table, Runnable again) {
        versions.make(table, again);
    }

    @Override
    public void newWanted(Table table) {
        pane.openNew(table, Draft.newRow(table.id()));
    }

    /** Continues when the user has decided, or has gone back to the form. */
    private final class ConflictEnd implements ConflictListener {
        private final QuestionQueue.Asked question;
        private final PendingEdit edit;
        private final RecordMerge merge;

        ConflictEnd(QuestionQueue.Asked question, PendingEdit edit, RecordMerge merge) {
            this.question = question;
            this.edit = edit;
            this.merge = merge;
        }

        @Override
        public void resolved(Draft sent, Snapshot saved) {
            question.answered();
            edit.settle(merge.mine(), saved);
            written.saved(edit, sent, saved, Optional.empty());
        }

        @Override
        public void cancelled(Resolution kept) {
            edit.keep(kept);
            question.answered();
        }

        @Override
        public void gone(Draft wanted) {
            question.answered();
            RecordEvents.this.gone(edit, wanted);
        }
    }
}
