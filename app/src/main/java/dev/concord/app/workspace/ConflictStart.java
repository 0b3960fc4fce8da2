package dev.concord.app.workspace;

import dev.concord.app.conflict.ConflictListener;
import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.reference.StoredReferences;
import dev.concord.merge.RecordMerge;

/** Makes the merge dialog of a record's edit, with what was decided of it before. FX thread only. */
final class ConflictStart {
    private final WorkspaceServices services;

    ConflictStart(WorkspaceServices services) {
        this.services = services;
    }

    ConflictModel of(PendingEdit edit, RecordMerge merge, ConflictListener end) {
        StoreAccess access = new StoreAccess(
                services.open().writes(),
                merge.mine(),
                edit.mark(),
                theirs -> services.own().made(merge.table(), merge.mine(), theirs),
                new StoredReferences(services.open().store(), services.texts()));
        ConflictModel model = new ConflictModel(merge, access, services.work(), services.texts(), end);
        edit.decisions().ifPresent(model::resume);
        model.resolution().subscribe((before, now) -> edit.keep(now));
        return model;
    }
}
