package dev.concord.app.edit;

import dev.concord.app.control.ViolationText;
import dev.concord.app.edit.FormMessage.Tone;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.WriteMark;
import dev.concord.catalog.Table;
import dev.concord.drafts.Sending;
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
 * Saves the record of the form. When the row has changed since it was opened, it is merged with the draft as it is by then,
 * and the result is saved; a merge that needs a decision is passed to the listener. Every answer applies to the edit that
 * was sent, whether or not the form still shows it.
 */
final class RecordSave {
    /** A record that changes more often than this during one save is left for the person to save again. */
    private static final int MOST_TRIES = 5;

    private final MergedWrites writes;
    private final FormParts parts;
    private final EditListener listener;
    private final BackgroundMerge comparing;
    private final FailureMessage failures;
    private final ViolationText violations;

    RecordSave(MergedWrites writes, FormParts parts, EditListener listener) {
        Texts texts = parts.texts();
        this.writes = writes;
        this.parts = parts;
        this.listener = listener;
        this.comparing =
                new BackgroundMerge((task, then) -> parts.jobs().write(texts.get("edit.job.compare"), task, then));
        this.failures = new FailureMessage(texts);
        this.violations = new ViolationText(texts);
    }

    void save(OpenRecord record) {
        Draft draft = record.edit().draft();
        String title = parts.texts().get("edit.job.save", record.table().id().name());
        if (draft.base().isEmpty()) {
            WriteMark mark = record.edit().mark();
            parts.jobs()
                    .write(
                            title,
                            () -> mark.around(
                                    Sending.of(draft), () -> writes.store().insert(draft)),
                            outcome -> inserted(record, draft, outcome));
        } else {
            send(record, new Attempt(title, draft, 1, Optional.empty()));
        }
    }

    /**
     * One attempt.
     *
     * @param mine the person's own edit, on the row it was made on, when a merge is sent. It stays the pending edit until the
     *     merge is saved, so that an attempt that fails is merged again when it is repeated
     */
    private record Attempt(String title, Draft sent, int number, Optional<Draft> mine) {

        Draft edit() {
            return mine.orElse(sent);
        }

        Attempt next(RecordMerge merge) {
            return new Attempt(title, merge.merged(), number + 1, Optional.of(merge.mine()));
        }

        /** Called in the background. */
        Answer write(MergedWrites writes, OpenRecord record, WriteMark mark) {
            SaveOutcome outcome = mark.around(new Sending(edit(), sent), () -> mine.map(own -> writes.save(own, sent))
                    .orElseGet(() -> writes.store().save(sent)));
            Optional<MergedSave> merged = outcome instanceof Outcome.Saved(Snapshot saved)
                    ? mine.map(
                            own -> new MergedSave(record.merge(own, sent.base().orElseThrow()), sent, saved))
                    : Optional.empty();
            return new Answer(outcome, merged);
        }
    }

    /** The outcome of an attempt, and what it merged when it was saved. */
    private record Answer(SaveOutcome outcome, Optional<MergedSave> merged) {}

    private void send(OpenRecord record, Attempt attempt) {
        WriteMark mark = record.edit().mark();
        parts.jobs()
                .write(
                        attempt.title(),
                        () -> attempt.write(writes, record, mark),
                        answer -> answered(record, attempt, answer));
    }

    private void answered(OpenRecord record, Attempt attempt, Answer answer) {
        PendingEdit edit = record.edit();
        switch (answer.outcome()) {
            case Outcome.Saved saved -> saved(edit, attempt.edit(), saved.snapshot(), answer.merged());
            case Outcome.Stale stale ->
                comparing.compare(
                        record,
                        stale.theirs(),
                        () -> Optional.of(asItIsNow(edit, attempt.edit())),
                        merge -> compared(record, attempt, merge));
            case Outcome.Gone _ -> listener.gone(edit, asItIsNow(edit, attempt.edit()));
            case Outcome.Rejected rejected -> rejected(edit, rejected.violations());
            case Outcome.Failure failure -> failed(record, failure);
        }
    }

    private void inserted(OpenRecord record, Draft sent, InsertOutcome outcome) {
        PendingEdit edit = record.edit();
        switch (outcome) {
            case Outcome.Saved saved -> saved(edit, sent, saved.snapshot(), Optional.empty());
            case Outcome.Rejected rejected -> rejected(edit, rejected.violations());
            case Outcome.Failure failure -> failed(record, failure);
        }
    }

    private void saved(PendingEdit edit, Draft sent, Snapshot snapshot, Optional<MergedSave> merged) {
        edit.settle(sent, snapshot);
        listener.saved(edit, sent, snapshot, merged);
    }

    private void failed(OpenRecord record, Outcome.Failure failure) {
        PendingEdit edit = record.edit();
        if (failure instanceof Outcome.Refused(Outcome.Refused.Reason reason, String _)
                && reason == Outcome.Refused.Reason.VERSION_UNDECIDED) {
            listener.undecided(edit.table(), () -> save(parts.status().latest(record)));
        } else {
            parts.status().say(edit, failures.of(failure, edit.table(), "edit.rejected"));
        }
    }

    private void compared(OpenRecord record, Attempt attempt, RecordMerge merge) {
        if (!merge.automatic()) {
            listener.conflict(record.edit(), merge);
            return;
        }
        if (attempt.number() < MOST_TRIES) {
            send(record, attempt.next(merge));
        } else {
            parts.status()
                    .say(
                            record.edit(),
                            new FormMessage(Tone.WARNING, parts.texts().get("edit.busy-record"), ""));
        }
    }

    /** The draft with what was typed while the save was under way; half-typed fields count as they were sent. */
    private static Draft asItIsNow(PendingEdit edit, Draft sent) {
        return edit.state().get().readable(sent);
    }

    /** Puts each violation at the fields it concerns, and the rest above the form. */
    private void rejected(PendingEdit edit, List<Violation> broken) {
        FormStatus status = parts.status();
        if (!status.shows(edit)) {
            broken.forEach(violation -> status.say(edit, message(violation, edit.table())));
            return;
        }
        for (Violation violation : broken.reversed()) {
            List<FieldModel> concerned = parts.form().fields().stream()
                    .filter(f -> violation.columns().contains(f.column().name()))
                    .toList();
            concerned.forEach(
                    f -> f.complain(violations.sentence(violation, edit.table()), violations.detail(violation)));
            if (concerned.isEmpty()) {
                status.say(message(violation, edit.table()));
            } else {
                status.focusOn(concerned.getFirst());
            }
        }
    }

    private FormMessage message(Violation violation, Table table) {
        return failures.of(violation, table, "edit.rejected");
    }
}
