package dev.concord.app.conflict;

import dev.concord.merge.Resolution;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import java.util.Optional;
import java.util.function.Function;

/**
 * One attempt to save a result, and its outcome. Made in the background, because it merges long texts again when the row
 * was changed meanwhile.
 *
 * @param draft what was to be saved
 * @param outcome how it ended
 * @param rebased the same decisions on the newer row; empty unless the outcome is {@link Outcome.Stale}
 */
record SaveAttempt(Draft draft, SaveOutcome outcome, Optional<Resolution> rebased) {

    /** Saves a result of which nothing is undecided. */
    static SaveAttempt of(Resolution resolution, Function<Draft, SaveOutcome> save) {
        Draft draft = resolution.toDraft();
        return of(resolution, draft, save.apply(draft));
    }

    /** The attempt that ended with an outcome. */
    static SaveAttempt of(Resolution resolution, Draft draft, SaveOutcome outcome) {
        Optional<Resolution> rebased = outcome instanceof Outcome.Stale stale
                ? Optional.of(resolution.rebase(stale.theirs()))
                : Optional.empty();
        return new SaveAttempt(draft, outcome, rebased);
    }
}
