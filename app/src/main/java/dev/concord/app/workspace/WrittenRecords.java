package dev.concord.app.workspace;

import dev.concord.app.edit.MergedSave;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.place.RecordPane;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.app.saved.SavedRecord;
import dev.concord.app.saved.SavedStep;
import dev.concord.app.saved.SavedSteps;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Brings the window up to date after a record was saved or deleted, whichever record it shows by then. FX thread only. */
final class WrittenRecords {
    private final WorkspaceServices services;
    private final ShownRows rows;
    private final PendingEdits pending;
    private final RecordPane pane;
    private final Prompt prompt;
    private final SavedSteps steps;
    private final Function<SavedStep, Notice.Offer> takeBack;
    /** What is being saved together with others. */
    private final List<SavedRecord> together = new ArrayList<>();

    /**
     * @param steps where it is noted what was saved, so that it can be taken back
     * @param takeBack returns the offer to do so
     */
    WrittenRecords(
            WorkspaceServices services,
            ShownRows rows,
            PendingEdits pending,
            RecordPane pane,
            Prompt prompt,
            SavedSteps steps,
            Function<SavedStep, Notice.Offer> takeBack) {
        this.services = services;
        this.steps = steps;
        this.takeBack = takeBack;
        this.rows = rows;
        this.pending = pending;
        this.pane = pane;
        this.prompt = prompt;
    }

    /**
     * A record was saved, and its edit is based on the saved row.
     *
     * @param sent what was saved
     * @param merged what was merged without asking
     */
    void saved(PendingEdit edit, Draft sent, Snapshot saved, Optional<MergedSave> merged) {
        SavedStep step = steps.add(List.of(new SavedRecord(edit.table(), sent, Optional.of(saved))), false);
        show(edit, sent.base().map(Snapshot::key), saved);
        prompt.say(merged.filter(m -> !m.alsoKept().isEmpty())
                .map(new MergedNotice(services, rows, pending, prompt)::of)
                .orElseGet(() -> saved(edit, saved, step)));
    }

    /** A record that had been deleted was inserted again. */
    void insertedAgain(PendingEdit edit, Draft sent, Snapshot saved) {
        SavedStep step = steps.add(
                List.of(new SavedRecord(edit.table(), Draft.newRow(edit.table().id()), Optional.of(saved))), false);
        show(edit, sent.base().map(Snapshot::key), saved);
        prompt.say(saved(edit, saved, step));
    }

    private Notice saved(PendingEdit edit, Snapshot saved, SavedStep step) {
        return new Notice(
                services.texts().get("shell.saved", services.titles().of(edit.table(), saved)),
                List.of(takeBack.apply(step)));
    }

    private void show(PendingEdit edit, Optional<RecordKey> before, Snapshot saved) {
        services.references().changed(saved.key().table());
        services.own().add(saved);
        rows.written(before, saved);
        select(edit, saved.key());
    }

    /** One of many records was saved: no message is shown, and rows that are not loaded are not added. */
    void savedAmongOthers(PendingEdit edit, Draft sent, Snapshot saved) {
        together.add(new SavedRecord(edit.table(), sent, Optional.of(saved)));
        services.references().changed(saved.key().table());
        services.own().add(saved);
        rows.writtenAmongOthers(sent.base().map(Snapshot::key), saved);
        select(edit, saved.key());
    }

    /** Selects the record's row if the form still shows the record; otherwise the selection stays. */
    private void select(PendingEdit edit, RecordKey key) {
        if (pane.shows(edit)) {
            rows.select(key);
        }
    }

    /**
     * A record was deleted, and its edit with it.
     *
     * @param row the row that was deleted; empty where only its key is known
     */
    void deleted(PendingEdit edit, RecordKey key, Optional<Snapshot> row) {
        List<Notice.Offer> offers = row
                .map(was -> new SavedRecord(edit.table(), Draft.of(was).deleted(true), Optional.empty()))
                .map(record -> takeBack.apply(steps.add(List.of(record), false)))
                .stream()
                .toList();
        dropped(edit, key);
        String title = row.map(was -> services.titles().of(edit.table(), was))
                .orElseGet(() -> services.titles().of(key));
        prompt.say(new Notice(services.texts().get("shell.deleted", title), offers));
    }

    /** One of many records was deleted, and its edit with it: no message is shown. */
    void deletedAmongOthers(PendingEdit edit, Snapshot row) {
        together.add(new SavedRecord(edit.table(), Draft.of(row).deleted(true), Optional.empty()));
        dropped(edit, row.key());
    }

    /**
     * Returns what was saved together since this was asked last; empty when nothing was.
     *
     * @param reversal whether it took another save back
     */
    Optional<SavedStep> together(boolean reversal) {
        Optional<SavedStep> step = together.isEmpty() ? Optional.empty() : Optional.of(steps.add(together, reversal));
        together.clear();
        return step;
    }

    /** Returns the offer to take a save back. */
    Notice.Offer takeBack(SavedStep step) {
        return takeBack.apply(step);
    }

    private void dropped(PendingEdit edit, RecordKey key) {
        pane.closed(edit);
        pending.drop(edit);
        services.references().changed(key.table());
        rows.remove(key);
        rows.deselect(key);
    }

    /** A record is no longer in the database; its edit is kept. */
    void removed(RecordKey key) {
        rows.remove(key);
    }

    /** A deleted record is to be created again with the same values: its edit is continued as a new record. */
    void copied(PendingEdit edit, Draft newRow) {
        edit.key().ifPresent(rows::remove);
        // First, so that what was typed is on the disk at any time.
        pane.openNew(edit.table(), newRow);
        pending.drop(edit);
    }

    /** One of many rows that were to be deleted is left as it is; one that is not loaded is not added. */
    void keptAmongOthers(PendingEdit edit, Snapshot theirs) {
        if (rows.loaded(theirs.key())) {
            kept(edit, theirs);
        } else if (!edit.dirty()) {
            edit.settle(edit.draft(), theirs);
        }
    }

    /** The row in the database is left as it is. */
    void kept(PendingEdit edit, Snapshot theirs) {
        // Edits stay on the row they were made on, so that saving them detects what was changed.
        if (!edit.dirty()) {
            edit.settle(edit.draft(), theirs);
        }
        rows.put(theirs);
    }
}
