package dev.concord.app.edit;

import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;

/** Deletes the open record, unless a colleague has changed it since. */
final class RecordDelete {
    private final RecordStore store;
    private final FormJobs jobs;
    private final Texts texts;
    private final EditModel model;
    private final FormStatus status;
    private final EditListener listener;
    private final SaveFailureText failures;

    RecordDelete(
            RecordStore store, FormJobs jobs, Texts texts, EditModel model, FormStatus status, EditListener listener) {
        this.store = store;
        this.jobs = jobs;
        this.texts = texts;
        this.model = model;
        this.status = status;
        this.listener = listener;
        this.failures = new SaveFailureText(texts);
    }

    void delete(OpenRecord record, Snapshot mine) {
        status.say(FormMessage.NONE);
        jobs.write(
                texts.get("edit.job.delete", record.table().id().name()),
                () -> store.delete(mine),
                outcome -> answered(record, mine, outcome));
    }

    private void answered(OpenRecord record, Snapshot mine, DeleteOutcome outcome) {
        switch (outcome) {
            case Outcome.Deleted deleted -> gone(record, deleted.key(), FormMessage.NONE);
            case Outcome.Gone gone ->
                gone(record, gone.key(), new FormMessage(Tone.INFO, texts.get("edit.deleted-before"), ""));
            case Outcome.Stale stale -> listener.deleteConflict(record.table(), mine, stale.theirs());
            case Outcome.Failure failure ->
                status.say(record, failures.of(failure, record.table(), "edit.not-deleted"));
        }
    }

    private void gone(OpenRecord record, RecordKey key, FormMessage message) {
        if (status.stillOpen(record)) {
            model.close(record.table());
            status.say(message);
        }
        listener.deleted(key);
    }
}
