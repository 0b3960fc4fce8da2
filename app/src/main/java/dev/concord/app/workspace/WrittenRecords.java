package dev.concord.app.workspace;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.edit.MergedSave;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.Optional;

/** Brings the window up to date after a record was saved or deleted, whichever record it shows by then. FX thread only. */
final class WrittenRecords {
    private final WorkspaceServices services;
    private final RowsModel rows;
    private final PendingEdits pending;
    private final RecordPane pane;
    private final Prompt prompt;

    WrittenRecords(WorkspaceServices services, RowsModel rows, PendingEdits pending, RecordPane pane, Prompt prompt) {
        this.services = services;
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
        services.own().add(saved);
        sent.base().map(Snapshot::key).ifPresentOrElse(before -> rows.replace(before, saved), () -> rows.put(saved));
        select(edit, saved.key());
        prompt.say(merged.filter(m -> !m.alsoKept().isEmpty())
                .map(new MergedNotice(services, rows, pending, prompt)::of)
                .orElseGet(() -> new Notice(services.texts()
                        .get(
                                "shell.saved",
                                saved.key().table().name(),
                                saved.key().label()))));
    }

    /** One of many records was saved: no message is shown, and rows that are not loaded are not added. */
    void savedAmongOthers(PendingEdit edit, Draft sent, Snapshot saved) {
        services.own().add(saved);
        Optional<RecordKey> before = sent.base().map(Snapshot::key);
        if (before.isEmpty()) {
            rows.put(saved);
        } else if (rows.indexOf(before.get()) >= 0) {
            rows.replace(before.get(), saved);
        }
        select(edit, saved.key());
    }

    /** Selects the record's row if the form still shows the record; otherwise the selection stays. */
    private void select(PendingEdit edit, RecordKey key) {
        if (pane.shows(edit)) {
            rows.select(Optional.of(key));
        }
    }

    /** A record was deleted, and its edit with it. */
    void deleted(PendingEdit edit, RecordKey key) {
        deletedAmongOthers(edit, key);
        prompt.say(new Notice(services.texts().get("shell.deleted", key.table().name(), key.label())));
    }

    /** One of many records was deleted, and its edit with it: no message is shown. */
    void deletedAmongOthers(PendingEdit edit, RecordKey key) {
        pane.closed(edit);
        pending.drop(edit);
        rows.remove(key);
        if (rows.selected().get().equals(Optional.of(key))) {
            rows.select(Optional.empty());
        }
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

    /** The row in the database is left as it is. */
    void kept(PendingEdit edit, Snapshot theirs) {
        // Edits stay on the row they were made on, so that saving them detects what was changed.
        if (!edit.dirty()) {
            edit.settle(edit.draft(), theirs);
        }
        rows.put(theirs);
    }
}
