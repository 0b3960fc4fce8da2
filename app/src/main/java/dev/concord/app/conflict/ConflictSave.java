package dev.concord.app.conflict;

import dev.concord.app.conflict.hold.HoldModel;
import dev.concord.app.control.OutcomeText;
import dev.concord.app.task.JobGroup;
import dev.concord.app.task.Work;
import dev.concord.merge.Resolution;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;

/**
 * Saves the result of a merge, holds the record meanwhile if that is wanted, and handles every outcome. Merging runs in
 * the background, because it compares long texts. FX thread only.
 */
final class ConflictSave {
    private final String record;
    private final RecordAccess access;
    private final Work work;
    private final Texts texts;
    private final ConflictState state;
    private final ConflictListener listener;
    private final ConflictText words;
    private final HoldModel holding;
    private final JobGroup jobs = new JobGroup();
    /** Counts the merges with a newer row; only the answer of the last one counts. */
    private int merges;

    /** @param record its title */
    ConflictSave(
            String record,
            RecordAccess access,
            Work work,
            Texts texts,
            ConflictState state,
            ConflictListener listener) {
        this.record = record;
        this.access = access;
        this.work = work;
        this.texts = texts;
        this.state = state;
        this.listener = listener;
        this.words = new ConflictText(texts);
        this.holding = new HoldModel(access, work, title("conflict.holding"), this::held, this::saved);
    }

    /** Whether a save is under way. */
    ReadOnlyBooleanProperty running() {
        return jobs.busy();
    }

    HoldModel holding() {
        return holding;
    }

    /** Requests a hold of the record, so that no other user changes it while the merge is finished. */
    void hold() {
        holding.begin(state.decisions().now().merge().theirs());
    }

    /** Releases the record, and drops the answer of a merge that is under way. */
    void end() {
        merges++;
        holding.end();
    }

    /** Saves the result; while a field is undecided, goes to it and reports it instead. */
    void send() {
        Resolution now = state.decisions().now();
        int undecided = now.undecided().size();
        if (undecided > 0) {
            state.navigation().toFirstUndecided();
            state.findings().say(texts.get("conflict.notice.undecided", undecided));
            return;
        }
        state.findings().clear();
        switch (holding.state().get()) {
            case HoldModel.State.Kept kept ->
                jobs.add(work.read(title("conflict.saving"), now::toDraft, draft -> saveHeld(now, draft, kept)));
            case HoldModel.State.Asked _ -> {
                // The save would have to wait for the row that is being asked for.
                end();
                save(now);
            }
            default -> save(now);
        }
    }

    private void save(Resolution now) {
        jobs.add(work.write(title("conflict.saving"), () -> SaveAttempt.of(now, access::save), this::answered));
    }

    /** Saves under a hold; without it when the hold has ended meanwhile. */
    private void saveHeld(Resolution now, Draft draft, HoldModel.State.Kept kept) {
        if (holding.save(draft)) {
            jobs.add(kept.job());
        } else {
            save(now);
        }
    }

    /** Handles the outcome of a save under a hold. Nothing was decided meanwhile, because that save is still running. */
    private void saved(Draft draft, SaveOutcome outcome) {
        Resolution now = state.decisions().now();
        jobs.add(work.read(title("conflict.saving"), () -> SaveAttempt.of(now, draft, outcome), this::answered));
    }

    private void answered(SaveAttempt attempt) {
        OutcomeText sentence = new OutcomeText(texts);
        Findings findings = state.findings();
        switch (attempt.outcome()) {
            case Outcome.Saved saved -> {
                end();
                listener.resolved(attempt.draft(), saved.snapshot());
            }
            case Outcome.Stale _ -> attempt.rebased().ifPresent(this::overtaken);
            case Outcome.Gone _ -> {
                end();
                listener.gone(attempt.draft());
            }
            case Outcome.Rejected rejected -> {
                Resolution now = state.decisions().now();
                findings.show(rejected.violations(), now).firstOf(now.merge()).ifPresent(state.navigation()::select);
            }
            case Outcome.Refused refused -> findings.say(sentence.of(refused));
            case Outcome.LockTimeout locked -> findings.say(sentence.of(locked));
            case Outcome.TableChanged changed -> findings.say(sentence.of(changed));
            case Outcome.Unconfirmed unconfirmed -> findings.say(sentence.of(unconfirmed));
        }
    }

    /** Another user saved first: the same decisions are continued on the newer row. */
    private void overtaken(Resolution rebased) {
        merges++;
        state.decisions().moveTo(rebased);
        holding.overtaken();
        state.findings().say(words.again(rebased));
        state.navigation().toFirstUndecided();
    }

    /** A row that is held is merged first, and kept after that: its time is short, so the first open decision is shown. */
    private void held(Snapshot row, Runnable keep) {
        Runnable ready = () -> {
            keep.run();
            state.navigation().toFirstUndecided();
        };
        if (row.row().equals(state.decisions().now().merge().theirs().row())) {
            ready.run();
        } else {
            rebase(row, ready);
        }
    }

    /** Continues on a newer row. Decisions made while that row is merged are included. */
    private void rebase(Snapshot newer, Runnable then) {
        Resolution before = state.decisions().now();
        int mine = ++merges;
        work.read(title("conflict.merging"), () -> before.rebase(newer), rebased -> {
            if (mine != merges) {
                return;
            }
            if (before.equals(state.decisions().now())) {
                state.decisions().moveTo(rebased);
                then.run();
            } else {
                rebase(newer, then);
            }
        });
    }

    private String title(String key) {
        return texts.get(key, record);
    }
}
