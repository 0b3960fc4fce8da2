package dev.concord.app.workspace;

import dev.concord.app.conflict.deletion.DeletionModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.question.QuestionQueue;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.Optional;

/** Updates the workspace after the user has chosen what to do with a deleted record and its edit. */
final class DeletionFollowUp implements DeletionModel.Listener {
    private final PendingEdit edit;
    private final Draft asked;
    private final WrittenRecords written;
    private final QuestionQueue.Asked question;

    /**
     * For one record.
     *
     * @param asked the record's edit when the question came up; what was typed since stays a change
     * @param question the question that any choice answers
     */
    DeletionFollowUp(PendingEdit edit, Draft asked, WrittenRecords written, QuestionQueue.Asked question) {
        this.edit = edit;
        this.asked = asked;
        this.written = written;
        this.question = question;
    }

    @Override
    public void leftDeleted(Draft kept) {
        question.answered();
        kept.base().map(Snapshot::key).ifPresent(written::removed);
    }

    @Override
    public void inserted(Snapshot saved) {
        question.answered();
        edit.settle(asked, saved);
        written.insertedAgain(edit, asked, saved);
    }

    @Override
    public void copied(Draft newRow) {
        question.answered();
        written.copied(edit, newRow);
    }

    @Override
    public void deleted(Snapshot row) {
        question.answered();
        written.deleted(edit, row.key(), Optional.of(row));
    }

    @Override
    public void keptRow(Snapshot theirs) {
        question.answered();
        written.kept(edit, theirs);
    }

    @Override
    public void closed(RecordKey key) {
        question.answered();
        written.deleted(edit, key, Optional.empty());
    }
}
