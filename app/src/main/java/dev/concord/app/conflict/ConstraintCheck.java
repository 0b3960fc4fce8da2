package dev.concord.app.conflict;

import dev.concord.app.task.Work;
import dev.concord.catalog.LastingEffect;
import dev.concord.merge.Resolution;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import java.util.List;
import java.util.function.Function;

/**
 * Tries the result in the database as soon as nothing is undecided, so that rejections are shown before the person saves.
 * FX thread only.
 */
final class ConstraintCheck {
    private final Function<Draft, DryRunOutcome> dryRun;
    private final Work work;
    private final String title;
    private final Findings findings;
    private int generation;

    /**
     * Nothing is tried yet.
     *
     * @param dryRun saves and rolls back; called in the background
     * @param title the name of the job
     * @param findings shows the answer of the newest try; older answers are dropped
     */
    ConstraintCheck(Function<Draft, DryRunOutcome> dryRun, Work work, String title, Findings findings) {
        this.dryRun = dryRun;
        this.work = work;
        this.title = title;
        this.findings = findings;
    }

    /** Tries a resolution, unless something in it is undecided. */
    void of(Resolution resolution) {
        int mine = ++generation;
        if (resolution.undecided().isEmpty()) {
            work.read(title, () -> dryRun.apply(resolution.toDraft()), outcome -> {
                if (mine == generation) {
                    tell(resolution, outcome);
                }
            });
        }
    }

    /** Drops the answer of the try under way, because the result is being saved. */
    void stop() {
        generation++;
    }

    /** Anything but a rejection that stops a save now may be over when the save is made. */
    private void tell(Resolution tried, DryRunOutcome outcome) {
        switch (outcome) {
            case DryRunOutcome.Fails(Outcome.Rejected(List<Violation> violations)) -> findings.show(violations, tried);
            case DryRunOutcome.NotTried(LastingEffect why) -> findings.notTried(why);
            case DryRunOutcome.Fits _, DryRunOutcome.Fails _ -> {
                if (!findings.problems().get().isEmpty()) {
                    findings.clear();
                }
            }
        }
    }
}
