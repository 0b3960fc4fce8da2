package dev.concord.app.conflict;

import dev.concord.app.conflict.hold.HoldModel;
import dev.concord.app.conflict.sides.RecordCaption;
import dev.concord.app.control.OutcomeText;
import dev.concord.app.task.Work;
import dev.concord.merge.Resolution;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** The result's way into the database, and what is done about every way that can end. FX thread only. */
final class ConflictSave {
    private final RecordAccess access;
    private final Work work;
    private final Texts texts;
    private final ConflictText words;
    private final Decisions decisions;
    private final Findings findings;
    private final HoldModel holding;
    private final FieldNavigation navigation;
    private final ConflictListener listener;
    private final WriteUnderWay running;

    ConflictSave(
            RecordAccess access,
            Work work,
            Texts texts,
            Decisions decisions,
            Findings findings,
            FieldNavigation navigation,
            ConflictListener listener) {
        this.access = access;
        this.work = work;
        this.texts = texts;
        this.words = new ConflictText(texts);
        this.decisions = decisions;
        this.findings = findings;
        this.holding = new HoldModel(
                access,
                work,
                texts.get(
                        "conflict.holding",
                        RecordCaption.of(decisions.now().merge().theirs().key())),
                this::held,
                this::saved);
        this.navigation = navigation;
        this.listener = listener;
        this.running = new WriteUnderWay(work);
    }

    ReadOnlyBooleanProperty running() {
        return running.running();
    }

    HoldModel holding() {
        return holding;
    }

    /** Asks for the record, so that nobody else changes it while this is finished. */
    void hold() {
        holding.begin(decisions.now().merge().theirs());
    }

    /** Saves the result; while something is undecided, goes there and says so instead. */
    void send() {
        Resolution now = decisions.now();
        int undecided = now.undecided().size();
        if (undecided > 0) {
            navigation.toFirstUndecided();
            findings.say(texts.get("conflict.notice.undecided", undecided));
            return;
        }
        findings.clear();
        if (holding.state().get() instanceof HoldModel.State.Kept kept && holding.save(now.toDraft())) {
            running.follow(kept.job());
            return;
        }
        String title =
                texts.get("conflict.saving", RecordCaption.of(now.merge().theirs().key()));
        running.follow(work.write(title, () -> SaveAttempt.of(now, access::save), this::answered));
    }

    /** What became of what was saved under a hold. */
    private void saved(SaveOutcome outcome) {
        Resolution now = decisions.now();
        answered(SaveAttempt.of(now, now.toDraft(), outcome));
    }

    private void answered(SaveAttempt submission) {
        OutcomeText sentence = new OutcomeText(texts);
        switch (submission.outcome()) {
            case Outcome.Saved saved -> {
                holding.end();
                listener.resolved(saved.snapshot());
            }
            case Outcome.Stale _ -> submission.rebased().ifPresent(this::overtaken);
            case Outcome.Gone _ -> {
                holding.end();
                listener.gone(submission.draft());
            }
            case Outcome.Rejected rejected ->
                findings.show(rejected.violations(), decisions.now())
                        .firstOf(decisions.now().merge())
                        .ifPresent(navigation::select);
            case Outcome.Refused refused -> findings.say(sentence.of(refused));
            case Outcome.LockTimeout locked -> findings.say(sentence.of(locked));
            case Outcome.TableChanged changed -> findings.say(sentence.of(changed));
            case Outcome.Unconfirmed unconfirmed -> findings.say(sentence.of(unconfirmed));
        }
    }

    private void overtaken(Resolution rebased) {
        decisions.moveTo(rebased);
        holding.overtaken();
        findings.say(words.again(rebased));
        navigation.toFirstUndecided();
    }

    private void held(Snapshot row) {
        if (!row.row().equals(decisions.now().merge().theirs().row())) {
            decisions.moveTo(decisions.now().rebase(row));
        }
        // Time is short now.
        navigation.toFirstUndecided();
    }
}
