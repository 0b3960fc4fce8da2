package dev.concord.app.workspace;

import dev.concord.app.conflict.ConflictListener;
import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.pending.KeptEdit;
import dev.concord.app.saving.SavingListener;
import dev.concord.app.saving.SavingModel;
import dev.concord.app.saving.Unsaved;
import dev.concord.app.task.Work;
import dev.concord.merge.Merging;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.Optional;

/**
 * Saves every unsaved record and tells of each. Until the report is left all edits are on the shelf, and only what is saved
 * leaves it.
 */
final class BulkSaveStart implements SavingListener {
    private final WorkspaceModel workspace;
    private final RecordEvents events;
    private final SavingModel saving;
    /** The edit that was in the form, to come back to. */
    private final Optional<KeptEdit> inForm;
    /** Its record, once it is saved; a new record has no key before. */
    private Optional<RecordKey> savedFromForm = Optional.empty();

    /** Puts the edit in the form aside. Nothing is written. */
    BulkSaveStart(WorkspaceModel workspace, RecordEvents events, Merging merging, Work work, Texts texts) {
        this.workspace = workspace;
        this.events = events;
        boolean editing = workspace.edit().dirty().get();
        workspace.putAside();
        inForm = editing ? Optional.of(workspace.shelf().edits().getLast()) : Optional.empty();
        inForm.map(KeptEdit::table).ifPresent(workspace.edit()::close);
        saving = new SavingModel(
                workspace.shelf().edits().stream().map(BulkSaveStart::unsaved).toList(),
                workspace.writes(),
                workspace.policies(),
                merging,
                work,
                texts,
                this);
    }

    private static Unsaved unsaved(KeptEdit kept) {
        return new Unsaved(
                kept.title(), kept.table(), kept.draft(), kept.unreadable().isEmpty());
    }

    /** Shows the report: before anything is written, what is to be chosen first. */
    void ask() {
        workspace.ask(new Question.SaveAll(saving));
    }

    @Override
    public void saved(Unsaved record, Snapshot now) {
        events.made(now);
        kept(record).ifPresent(workspace.shelf()::take);
        if (inForm.map(KeptEdit::draft).filter(record.draft()::equals).isPresent()) {
            savedFromForm = Optional.of(now.key());
        }
        record.draft().base().map(Snapshot::key).ifPresentOrElse(key -> replace(key, now), () -> workspace
                .rows()
                .put(now));
    }

    private void replace(RecordKey before, Snapshot now) {
        events.forget(before);
        if (workspace.rows().indexOf(before) >= 0) {
            workspace.rows().replace(before, now);
        }
    }

    @Override
    public void decide(Unsaved record, RecordMerge merge, String place) {
        Deciding end = new Deciding(record, merge);
        ConflictModel conflict = events.conflictOf(merge, end);
        conflict.resolution().subscribe(end::decided);
        workspace.ask(new Question.Merge(conflict, place));
    }

    @Override
    public void open(Unsaved record) {
        workspace.answered();
        kept(record).ifPresent(workspace::open);
    }

    @Override
    public void closed() {
        workspace.answered();
        inForm.filter(workspace.shelf().edits()::contains).ifPresent(workspace::open);
        savedFromForm.ifPresent(workspace::open);
    }

    private Optional<KeptEdit> kept(Unsaved record) {
        return workspace.shelf().edits().stream()
                .filter(kept -> kept.draft().equals(record.draft()))
                .findFirst();
    }

    /** What follows a decision: the next one, or the report where there is something to say. */
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
        public void resolved(Snapshot saved) {
            saving.deciding().decided(record, decisions, saved);
            if (saving.deciding().waiting() && saving.deciding().similar().get().isEmpty()) {
                saving.deciding().next();
            } else {
                ask();
            }
        }

        @Override
        public void cancelled(Resolution kept) {
            record.draft().base().map(Snapshot::key).ifPresent(key -> events.keep(key, kept));
            ask();
        }

        @Override
        public void gone(Draft wanted) {
            saving.deciding().deleted(record);
            ask();
        }
    }
}
