package dev.concord.app.workspace;

import dev.concord.app.conflict.ReviewModel;
import dev.concord.app.control.Caption;
import dev.concord.app.control.OutcomeText;
import dev.concord.app.edit.MergedSave;
import dev.concord.app.pending.KeptEdit;
import dev.concord.app.task.Work;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a save merged without asking, and offers to look at it and to undo it. FX thread only. */
final class MergedNotice {
    private final WorkspaceModel workspace;
    private final OwnWrites own;
    private final Work work;
    private final Texts texts;

    MergedNotice(WorkspaceModel workspace, OwnWrites own, Work work, Texts texts) {
        this.workspace = workspace;
        this.own = own;
        this.work = work;
        this.texts = texts;
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
        if (own.made(merge)) {
            return texts.get("shell.saved.merged.by-you", columns);
        }
        Row base = merge.mine().base().map(Snapshot::row).orElse(Row.EMPTY);
        return LastWriter.of(merge.table(), base, merge.theirs().row())
                .flatMap(LastWriter::who)
                .map(who -> texts.get("shell.saved.merged.by", who, columns))
                .orElseGet(() -> texts.get("shell.saved.merged", columns));
    }

    private void review(MergedSave merged) {
        Runnable undo = () -> {
            workspace.answered();
            undo(merged);
        };
        workspace.ask(
                new Question.Review(new ReviewModel(merged.merge(), merged.saved(), work, undo, workspace::answered)));
    }

    private void undo(MergedSave merged) {
        workspace.say(Notice.NONE);
        String title = texts.get("shell.job.undo", merged.table().id().name());
        Draft undo = merged.undo();
        work.write(title, () -> workspace.writes().save(undo, undo), outcome -> undone(merged, outcome));
    }

    private void undone(MergedSave merged, SaveOutcome outcome) {
        OutcomeText sentence = new OutcomeText(texts);
        switch (outcome) {
            case Outcome.Saved saved -> {
                own.add(saved.snapshot());
                giveBack(merged, saved.snapshot());
                workspace.say(new Notice(texts.get("shell.undo.done")));
            }
            case Outcome.Stale _, Outcome.Gone _ -> workspace.say(new Notice(texts.get("shell.undo.too-late")));
            case Outcome.Rejected _ -> workspace.say(new Notice(texts.get("shell.undo.rejected")));
            case Outcome.Refused refused -> workspace.say(new Notice(sentence.of(refused)));
            case Outcome.LockTimeout locked -> workspace.say(new Notice(sentence.of(locked)));
            case Outcome.TableChanged changed -> workspace.say(new Notice(sentence.of(changed)));
            case Outcome.Unconfirmed unconfirmed -> workspace.say(new Notice(sentence.of(unconfirmed)));
        }
    }

    /** The edit comes back: into the form where its record is still open, together with what was typed since. */
    private void giveBack(MergedSave merged, Snapshot undone) {
        workspace.rows().replace(merged.saved().key(), undone);
        RecordKey key = merged.saved().key();
        Draft edit = merged.edit(undone);
        Optional<Draft> typed =
                workspace.edit().draft().get().filter(now -> workspace.openKey().equals(Optional.of(key)));
        if (typed.isPresent()) {
            workspace
                    .edit()
                    .open(
                            merged.table(),
                            over(edit, typed.get()),
                            workspace.edit().unreadable());
        } else {
            Optional<KeptEdit> kept = workspace.shelf().take(key);
            String title =
                    Caption.of(merged.table().id().name()) + " " + undone.key().label();
            workspace
                    .shelf()
                    .put(new KeptEdit(
                            title,
                            merged.table(),
                            kept.map(KeptEdit::draft)
                                    .map(later -> over(edit, later))
                                    .orElse(edit),
                            kept.map(KeptEdit::unreadable).orElse(Map.of())));
        }
    }

    /** The edit given back with what was typed since on top of it. */
    private static Draft over(Draft edit, Draft later) {
        Draft both = edit;
        for (var change : later.changes().values().entrySet()) {
            both = both.with(change.getKey(), change.getValue());
        }
        return both;
    }
}
