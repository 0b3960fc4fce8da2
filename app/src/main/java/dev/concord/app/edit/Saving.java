package dev.concord.app.edit;

import dev.concord.app.control.ViolationText;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.catalog.Table;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.store.InsertOutcome;
import dev.concord.store.Outcome;
import dev.concord.store.RecordStore;
import dev.concord.store.SaveOutcome;
import dev.concord.store.Violation;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * The one way a record is saved: send the draft, and when a colleague was faster, merge with the draft as it is by then
 * and send that. What a merge cannot settle goes to the listener.
 */
final class Saving {
    /** A record that moves faster than this is left for the person to save again. */
    private static final int MOST_TRIES = 5;

    private final RecordStore store;
    private final FormJobs jobs;
    private final Texts texts;
    private final Form form;
    private final FormStatus status;
    private final EditModel.Listener listener;
    private final FailureText failures;
    private final ViolationText violations;
    /** What was sent into the conflict a person is deciding now. */
    private Optional<Draft> disputed = Optional.empty();

    Saving(RecordStore store, FormJobs jobs, Texts texts, Form form, FormStatus status, EditModel.Listener listener) {
        this.store = store;
        this.jobs = jobs;
        this.texts = texts;
        this.form = form;
        this.status = status;
        this.listener = listener;
        this.failures = new FailureText(texts);
        this.violations = new ViolationText(texts);
    }

    /** Goes on from what a person decided; what was typed since the conflict stays as a change. */
    void accept(Snapshot saved) {
        Optional<Draft> now = form.draft().get();
        Optional<Draft> decided = disputed.filter(draft -> ofRecord(now, saved) || samePlace(now, draft));
        if (decided.isPresent() || ofRecord(now, saved)) {
            form.settle(decided.or(() -> now).orElseThrow(), saved);
            status.say(FormMessage.NONE);
        }
        disputed = Optional.empty();
    }

    private static boolean ofRecord(Optional<Draft> now, Snapshot saved) {
        return now.flatMap(Draft::base).map(Snapshot::key).equals(Optional.of(saved.key()));
    }

    /** The record may have another key by now: the merge can change it, and so can inserting it again. */
    private static boolean samePlace(Optional<Draft> now, Draft disputed) {
        return now.map(Draft::base).equals(Optional.of(disputed.base()));
    }

    void save(OpenRecord record, Draft draft) {
        disputed = Optional.empty();
        String title = texts.get("edit.job.save", record.table().id().name());
        if (draft.base().isEmpty()) {
            jobs.write(title, () -> store.insert(draft), outcome -> inserted(record, draft, outcome));
        } else {
            send(record, new Attempt(title, draft, 1, Optional.empty()));
        }
    }

    /**
     * One try.
     *
     * @param mine the person's own edit, on the row it was made on, when the try is of a merge
     */
    private record Attempt(String title, Draft sent, int number, Optional<Draft> mine) {

        Attempt next(Draft merged, Draft latest) {
            Draft own = mine.flatMap(Draft::base).map(latest::rebase).orElse(latest);
            return new Attempt(title, merged, number + 1, Optional.of(own));
        }

        Optional<MergedSave> merged(OpenRecord record, Snapshot saved) {
            return mine.flatMap(own -> sent.base().map(theirs -> merge(record, own, theirs)))
                    .map(merge -> new MergedSave(merge, sent, saved));
        }
    }

    private static RecordMerge merge(OpenRecord record, Draft mine, Snapshot theirs) {
        return RecordMerge.of(record.table(), mine, theirs, record.setByDatabase(), record.rules());
    }

    private void send(OpenRecord record, Attempt attempt) {
        jobs.write(attempt.title(), () -> store.save(attempt.sent()), outcome -> answered(record, attempt, outcome));
    }

    private void answered(OpenRecord record, Attempt attempt, SaveOutcome outcome) {
        switch (outcome) {
            case Outcome.Saved saved ->
                saved(record, attempt.sent(), saved.snapshot(), attempt.merged(record, saved.snapshot()));
            case Outcome.Stale stale -> stale(record, attempt, stale.theirs());
            case Outcome.Gone gone -> {
                disputed = Optional.of(asItIsNow(record, attempt.sent()));
                listener.gone(record.table(), asItIsNow(record, attempt.sent()));
            }
            case Outcome.Rejected rejected -> rejected(record, rejected.violations());
            case Outcome.Failure failure -> status.say(record, failures.of(failure, record.table(), "edit.rejected"));
        }
    }

    private void inserted(OpenRecord record, Draft sent, InsertOutcome outcome) {
        switch (outcome) {
            case Outcome.Saved saved -> saved(record, sent, saved.snapshot(), Optional.empty());
            case Outcome.Rejected rejected -> rejected(record, rejected.violations());
            case Outcome.Failure failure -> status.say(record, failures.of(failure, record.table(), "edit.rejected"));
        }
    }

    private void saved(OpenRecord record, Draft sent, Snapshot snapshot, Optional<MergedSave> merged) {
        if (status.stillOpen(record)) {
            form.settle(sent, snapshot);
        }
        listener.saved(snapshot, merged);
    }

    private void stale(OpenRecord record, Attempt attempt, Snapshot theirs) {
        Draft mine = asItIsNow(record, attempt.sent());
        RecordMerge merge = merge(record, mine, theirs);
        if (!merge.automatic()) {
            disputed = Optional.of(mine);
            listener.conflict(record.table(), mine, theirs);
            return;
        }
        Draft merged = merge.merged();
        if (status.stillOpen(record)) {
            form.rebase(merged);
        }
        if (attempt.number() < MOST_TRIES) {
            send(record, attempt.next(merged, mine));
        } else {
            status.say(record, new FormMessage(Tone.WARNING, texts.get("edit.busy-record"), ""));
        }
    }

    /** The draft with what was typed while the save was under way; half-typed fields count as they were sent. */
    private Draft asItIsNow(OpenRecord record, Draft sent) {
        return status.stillOpen(record) ? form.readable(sent) : sent;
    }

    /** Puts each violation at the fields it concerns, and the rest above the form. */
    void rejected(OpenRecord record, List<Violation> broken) {
        if (!status.stillOpen(record)) {
            broken.forEach(violation -> status.say(record, message(violation, record.table())));
            return;
        }
        for (Violation violation : broken.reversed()) {
            List<FieldModel> concerned = form.fields().stream()
                    .filter(f -> violation.columns().contains(f.column().name()))
                    .toList();
            concerned.forEach(
                    f -> f.complain(violations.sentence(violation, record.table()), violations.detail(violation)));
            if (concerned.isEmpty()) {
                status.say(message(violation, record.table()));
            } else {
                status.focusOn(concerned.getFirst());
            }
        }
    }

    private FormMessage message(Violation violation, Table table) {
        return failures.of(violation, table, "edit.rejected");
    }
}
