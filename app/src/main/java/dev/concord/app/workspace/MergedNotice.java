package dev.concord.app.workspace;

import dev.concord.app.conflict.ReviewModel;
import dev.concord.app.control.Caption;
import dev.concord.app.control.OutcomeText;
import dev.concord.app.edit.MergedSave;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.question.Question;
import dev.concord.merge.LastWriter;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports what a save merged without asking, and offers to review and to undo it. FX thread only. */
final class MergedNotice {
    private final WorkspaceServices services;
    private final ShownRows rows;
    private final PendingEdits pending;
    private final Prompt prompt;
    private final Texts texts;

    MergedNotice(WorkspaceServices services, ShownRows rows, PendingEdits pending, Prompt prompt) {
        this.services = services;
        this.rows = rows;
        this.pending = pending;
        this.prompt = prompt;
        this.texts = services.texts();
    }

    Notice of(MergedSave merged) {
        return new Notice(
                alsoKept(merged),
                List.of(
                        new Notice.Offer(texts.get("shell.saved.review"), () -> review(merged)),
                        new Notice.Offer(texts.get("shell.saved.undo"), () -> undo(merged))));
    }

    private String alsoKept(MergedSave merged) {
        String columns = merged.alsoKept().stream().map(Caption::of).collect(Collectors.joining(", "));
        RecordMerge merge = merged.merge();
        if (services.own().made(merge)) {
            return texts.get("shell.saved.merged.by-you", columns);
        }
        Row base = merge.mine().base().map(Snapshot::row).orElse(Row.EMPTY);
        return LastWriter.of(merge.table(), base, merge.theirs().row())
                .flatMap(LastWriter::who)
                .map(who -> texts.get("shell.saved.merged.by", who, columns))
                .orElseGet(() -> texts.get("shell.saved.merged", columns));
    }

    private void review(MergedSave merged) {
        prompt.ask(question -> {
            Runnable undo = () -> {
                question.answered();
                undo(merged);
            };
            return new Question.Review(new ReviewModel(
                    services.titles().of(merged.merge().table(), merged.saved()),
                    merged.merge(),
                    merged.saved(),
                    services.work(),
                    undo,
                    question::answered));
        });
    }

    private void undo(MergedSave merged) {
        prompt.say(Notice.NONE);
        String title = texts.get("shell.job.undo", merged.table().id().name());
        Draft undo = merged.undo();
        services.work()
                .write(title, () -> services.open().writes().save(undo, undo), outcome -> undone(merged, outcome));
    }

    private void undone(MergedSave merged, SaveOutcome outcome) {
        OutcomeText sentence = new OutcomeText(texts);
        switch (outcome) {
            case Outcome.Saved saved -> {
                services.own().add(saved.snapshot());
                giveBack(merged, saved.snapshot());
                prompt.say(new Notice(texts.get("shell.undo.done")));
            }
            case Outcome.Stale _, Outcome.Gone _ -> prompt.say(new Notice(texts.get("shell.undo.too-late")));
            case Outcome.Rejected _ -> prompt.say(new Notice(texts.get("shell.undo.rejected")));
            case Outcome.Failure failure -> prompt.say(new Notice(sentence.of(failure, merged.table())));
        }
    }

    /** The person's edit is unsaved again, together with what was typed since. */
    private void giveBack(MergedSave merged, Snapshot undone) {
        RecordKey key = merged.saved().key();
        rows.written(Optional.of(key), undone);
        PendingEdit edit = pending.find(key).orElseGet(() -> pending.open(merged.table(), undone));
        edit.rebase(over(merged.edit(undone), edit.draft()));
    }

    /** Returns the restored edit, with what was typed since added to it. */
    private static Draft over(Draft edit, Draft later) {
        Draft both = edit;
        for (var change : later.changes().values().entrySet()) {
            both = both.with(change.getKey(), change.getValue());
        }
        return both;
    }
}
