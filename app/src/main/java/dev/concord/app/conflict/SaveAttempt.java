package dev.concord.app.conflict;

import dev.concord.merge.Resolution;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import java.util.Optional;
import java.util.function.Function;

/**
 * One save of a result, and what became of it. Made in the background: a long text is put together for the draft, and
 * merged anew when somebody was faster.
 *
 * @param draft what was to be saved
 * @param outcome how it ended
 * @param rebased the same decisions on the newer row, when somebody was faster
 */
record SaveAttempt(Draft draft, SaveOutcome outcome, Optional<Resolution> rebased) {

    static SaveAttempt of(Resolution resolution, Function<Draft, SaveOutcome> save) {
        Draft draft = resolution.toDraft();
        return of(resolution, draft, save.apply(draft));
    }

    static SaveAttempt of(Resolution resolution, Draft draft, SaveOutcome outcome) {
        Optional<Resolution> rebased = outcome instanceof Outcome.Stale stale
                ? Optional.of(resolution.rebase(stale.theirs()))
                : Optional.empty();
        return new SaveAttempt(draft, outcome, rebased);
    }
}
