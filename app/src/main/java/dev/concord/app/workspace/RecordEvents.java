package dev.concord.app.workspace;

import dev.concord.app.conflict.ConflictListener;
import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.conflict.deletion.DeletionCase;
import dev.concord.app.conflict.deletion.DeletionModel;
import dev.concord.app.edit.EditListener;
import dev.concord.app.edit.MergedSave;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What follows in the workspace when something became of the record in the form. */
final class RecordEvents implements EditListener {
    private final WorkspaceModel workspace;
    private final OpenStore open;
    private final OwnWrites own;
    private final Work work;
    private final Texts texts;
    private final Map<RecordKey, Resolution> halfDecided = new HashMap<>();

    RecordEvents(WorkspaceModel workspace, OpenStore open, OwnWrites own, Work work, Texts texts) {
        this.workspace = workspace;
        this.open = open;
        this.own = own;
        this.work = work;
        this.texts = texts;
    }

    @Override
    public void saved(Draft sent, Snapshot saved, Optional<MergedSave> merged) {
        made(saved);
        forget(saved.key());
        workspace.shelf().settled(sent);
        sent.base()
                .map(Snapshot::key)
                .ifPresentOrElse(
                        before -> workspace.rows().replace(before, saved),
                        () -> workspace.rows().put(saved));
        // Whoever has gone on to another record stays there.
        if (workspace.openKey().equals(Optional.of(saved.key()))) {
            workspace.rows().select(Optional.of(saved.key()));
        }
        workspace.say(merged.filter(m -> !m.alsoKept().isEmpty())
                .map(new MergedNotice(workspace, own, work, texts)::of)
                .orElseGet(() -> new Notice(texts.get(
                        "shell.saved", saved.key().table().name(), saved.key().label()))));
    }

    @Override
    public void conflict(RecordMerge merge) {
        workspace.ask(new Question.Merge(conflictOf(merge, new ConflictEnd(merge)), ""));
    }

    /** A merge to be shown to a person, with what they have decided of it before. */
    ConflictModel conflictOf(RecordMerge merge, ConflictListener end) {
        StoreAccess access =
                new StoreAccess(open.writes(), merge.mine(), theirs -> own.made(merge.table(), merge.mine(), theirs));
        ConflictModel model = new ConflictModel(merge, access, work, texts, end);
        Optional.ofNullable(halfDecided.get(merge.theirs().key())).ifPresent(model::resume);
        return model;
    }

    /** A row as it was written from this window, whichever way. */
    void made(Snapshot saved) {
        own.add(saved);
    }

    /** Keeps what a person has decided of a record so far. */
    void keep(RecordKey key, Resolution decisions) {
        halfDecided.put(key, decisions);
    }

    /** The record is saved: nothing decided before is of use any more. */
    void forget(RecordKey key) {
        halfDecided.remove(key);
    }

    @Override
    public void gone(Table table, Draft mine) {
        Snapshot last = mine.base().orElseThrow();
        work.write(
                texts.get("shell.job.gone", table.id().name()),
                () -> open.store().presence(last),
                presence -> ask(DeletionCase.underEdit(table, mine, presence), table));
    }

    @Override
    public void deleteConflict(Table table, Snapshot mine, Snapshot theirs) {
        ask(new DeletionCase.ChangedUnderDelete(table, mine, theirs), table);
    }

    private void ask(DeletionCase situation, Table table) {
        workspace.ask(new Question.Deletion(new DeletionModel(
                situation,
                open.policies().of(table.id()).versionColumns(),
                open.store()::insert,
                open.store()::delete,
                work,
                texts,
                new DeletionFollowUp(workspace, this, table))));
    }

    @Override
    public void deleted(RecordKey key) {
        workspace.shelf().drop(key);
        workspace.rows().remove(key);
        workspace.rows().select(Optional.empty());
        workspace.say(new Notice(texts.get("shell.deleted", key.table().name(), key.label())));
    }

    @Override
    public void confirmDelete(String record, Runnable delete) {
        workspace.ask(new Question.Delete(record, delete));
    }

    @Override
    public void newWanted(Table table) {
        workspace.openNew(table);
    }

    private final class ConflictEnd implements ConflictListener {
        private final RecordMerge merge;

        ConflictEnd(RecordMerge merge) {
            this.merge = merge;
        }

        @Override
        public void resolved(Snapshot saved) {
            workspace.answered();
            workspace.edit().accept(saved);
            RecordEvents.this.saved(merge.mine(), saved, Optional.empty());
        }

        @Override
        public void cancelled(Resolution kept) {
            keep(merge.theirs().key(), kept);
            workspace.answered();
        }

        @Override
        public void gone(Draft wanted) {
            workspace.answered();
            RecordEvents.this.gone(merge.table(), wanted);
        }
    }
}
