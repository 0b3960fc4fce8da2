package dev.concord.app.edit;

import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.app.pending.PendingEdit;
import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;

/** Deletes a record, unless a colleague has changed it since. The answer applies to that record, whatever the form shows. */
final class RecordDelete {
    private final RecordStore store;
    private final FormParts parts;
    private final EditListener listener;
    private final FailureMessage failures;

    RecordDelete(RecordStore store, FormParts parts, EditListener listener) {
        this.store = store;
        this.parts = parts;
        this.listener = listener;
        this.failures = new FailureMessage(parts.texts());
    }

    /**
     * Deletes.
     *
     * @param mine the record as the person saw it
     */
    void delete(PendingEdit edit, Snapshot mine) {
        parts.status().say(FormMessage.NONE);
        parts.jobs()
                .write(
                        parts.texts().get("edit.job.delete", edit.table().id().name()),
                        () -> store.delete(mine),
                        outcome -> answered(edit, mine, outcome));
    }

    private void answered(PendingEdit edit, Snapshot mine, DeleteOutcome outcome) {
        switch (outcome) {
            case Outcome.Deleted deleted -> gone(edit, deleted.key(), FormMessage.NONE);
            case Outcome.Gone gone ->
                gone(edit, gone.key(), new FormMessage(Tone.INFO, parts.texts().get("edit.deleted-before"), ""));
            case Outcome.Stale stale -> listener.deleteConflict(edit, mine, stale.theirs());
            case Outcome.Refused(Outcome.Refused.Reason reason, String _)
            when reason == Outcome.Refused.Reason.VERSION_UNDECIDED ->
                listener.undecided(edit.table(), () -> delete(edit, mine));
            case Outcome.Failure failure ->
                parts.status().say(edit, failures.of(failure, edit.table(), "edit.not-deleted"));
        }
    }

    private void gone(PendingEdit edit, RecordKey key, FormMessage message) {
        parts.closed(edit, message);
        listener.deleted(edit, key);
    }
}
