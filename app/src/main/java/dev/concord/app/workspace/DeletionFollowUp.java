package dev.concord.app.workspace;

import dev.concord.app.conflict.deletion.DeletionModel;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.Optional;

/** What follows in the workspace when a deletion that met an edit has been settled. */
final class DeletionFollowUp implements DeletionModel.Listener {
    private final WorkspaceModel workspace;
    private final RecordEvents events;
    private final Table table;

    DeletionFollowUp(WorkspaceModel workspace, RecordEvents events, Table table) {
        this.workspace = workspace;
        this.events = events;
        this.table = table;
    }

    @Override
    public void leftDeleted(Draft kept) {
        workspace.answered();
        kept.base().map(Snapshot::key).ifPresent(workspace.rows()::remove);
    }

    @Override
    public void inserted(Snapshot saved) {
        workspace.answered();
        Draft sent = workspace.edit().draft().get().orElseGet(() -> Draft.of(saved));
        workspace.edit().accept(saved);
        events.saved(sent, saved, Optional.empty());
    }

    @Override
    public void copied(Draft newRow) {
        workspace.answered();
        workspace.openKey().ifPresent(workspace.rows()::remove);
        workspace.edit().discard();
        workspace.openNew(table, newRow);
    }

    @Override
    public void deleted(RecordKey key) {
        workspace.answered();
        workspace.edit().close(table);
        events.deleted(key);
    }

    @Override
    public void keptRow(Snapshot theirs) {
        workspace.answered();
        // Edits stay on the row they were made on, so that saving them meets what was changed.
        if (!workspace.edit().dirty().get()) {
            workspace.edit().accept(theirs);
        }
        workspace.rows().put(theirs);
    }

    @Override
    public void closed(RecordKey key) {
        deleted(key);
    }
}
