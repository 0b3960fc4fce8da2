package dev.concord.app.edit;

import dev.concord.app.control.ViolationText;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.app.journal.MergedWrites;
import dev.concord.catalog.Table;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * The one way a record is saved: send the draft, and when a colleague was faster, merge with the draft as it is by then
 * and send that. What a merge cannot settle goes to the listener.
 */
final class RecordSave {
    /** A record that moves faster than this is left for the person to save again. */
    private static final int MOST_TRIES = 5;

    private final MergedWrites writes;
    private final FormJobs jobs;
    private final Texts texts;
    private final Form form;
    private final FormStatus status;
    private final EditListener listener;
    private final BackgroundMerge comparing;
    private final SaveFailureText failures;
    private final ViolationText violations;
    /** What was sent into the conflict a person is deciding now. */
    private Optional<Draft> disputed = Optional.empty();

    RecordSave(MergedWrites writes, FormJobs jobs, Texts texts, Form form, FormStatus status, EditListener listener) {
        this.writes = writes;
        this.jobs = jobs;
        this.texts = texts;
        this.form = form;
        this.status = status;
        this.listener = listener;
        this.comparing = new BackgroundMerge((task, then) -> jobs.write(texts.get("edit.job.compare"), task, then));
        this.failures = new SaveFailureText(texts);
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
        return now.flatMap(Draft::base)
                .map(Snapshot::key)
                .equals(disputed.base().map(Snapshot::key));
    }

    void save(OpenRecord record, Draft draft) {
        disputed = Optional.empty();
        String title = texts.get("edit.job.save", record.table().id().name());
        if (draft.base().isEmpty()) {
            jobs.write(title, () -> writes.store().insert(draft), outcome -> inserted(record, draft, outcome));
        } else {
            send(record, new Attempt(title, draft, 1, Optional.empty()));
        }
    }

    /**
     * One try.
     *
     * @param mine the person's own edit, on the row it was made on, when the try is of a merge. The form stays with it until
     *     the merge is saved: a try that fails is made again as the merge it is
     */
    private record Attempt(String title, Draft sent, int number, Optional<Draft> mine) {

        Draft edit() {
            return mine.orElse(sent);
        }

        Attempt next(RecordMerge merge) {
            return new Attempt(title, merge.merged(), number + 1, Optional.of(merge.mine()));
        }

        /** In the background. */
        Answer write(MergedWrites writes, OpenRecord record) {
            SaveOutcome outcome = mine.map(own -> writes.save(own, sent))
                    .orElseGet(() -> writes.store().save(sent));
            Optional<MergedSave> merged = outcome instanceof Outcome.Saved(Snapshot saved)
                    ? mine.map(
                            own -> new MergedSave(record.merge(own, sent.base().orElseThrow()), sent, saved))
                    : Optional.empty();
            return new Answer(outcome, merged);
        }
    }

    /** What became of a try, and what it merged where it is saved. */
    private record Answer(SaveOutcome outcome, Optional<MergedSave> merged) {}

    private void send(OpenRecord record, Attempt attempt) {
        jobs.write(attempt.title(), () -> attempt.write(writes, record), answer -> answered(record, attempt, answer));
    }

    private void answered(OpenRecord record, Attempt attempt, Answer answer) {
        switch (answer.outcome()) {
            case Outcome.Saved saved -> saved(record, attempt.edit(), saved.snapshot(), answer.merged());
            case Outcome.Stale stale ->
                comparing.compare(
                        record,
                        stale.theirs(),
                        () -> Optional.of(asItIsNow(record, attempt.edit())),
                        merge -> compared(record, attempt, merge));
            case Outcome.Gone gone -> {
                disputed = Optional.of(asItIsNow(record, attempt.edit()));
                listener.gone(record.table(), asItIsNow(record, attempt.edit()));
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

    private void saved(OpenRecord record, Draft edit, Snapshot snapshot, Optional<MergedSave> merged) {
        if (status.stillOpen(record)) {
            form.settle(edit, snapshot);
        }
        listener.saved(edit, snapshot, merged);
    }

    private void compared(OpenRecord record, Attempt attempt, RecordMerge merge) {
        if (!merge.automatic()) {
            disputed = Optional.of(merge.mine());
            listener.conflict(merge);
            return;
        }
        if (attempt.number() < MOST_TRIES) {
            send(record, attempt.next(merge));
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
