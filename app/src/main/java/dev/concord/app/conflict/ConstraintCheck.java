package dev.concord.app.conflict;

import dev.concord.app.task.Work;
import dev.concord.merge.Resolution;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import java.util.List;
import java.util.function.Function;

/**
 * Tries the result in the database as soon as nothing is undecided, so that rejections are shown before the person saves.
 * FX thread only.
 */
final class ConstraintCheck {
    private final Function<Draft, List<Violation>> dryRun;
    private final Work work;
    private final String title;
    private final Findings findings;
    private int generation;

    /**
     * Nothing is tried yet.
     *
     * @param dryRun saves and rolls back, and returns what the database would reject; called in the background
     * @param title the name of the job
     * @param findings shows the answer of the newest try; older answers are dropped
     */
    ConstraintCheck(Function<Draft, List<Violation>> dryRun, Work work, String title, Findings findings) {
        this.dryRun = dryRun;
        this.work = work;
        this.title = title;
        this.findings = findings;
    }

    /** Tries a resolution, unless something in it is undecided. */
    void of(Resolution resolution) {
        int mine = ++generation;
        if (resolution.undecided().isEmpty()) {
            work.read(title, () -> dryRun.apply(resolution.toDraft()), violations -> {
                if (mine == generation) {
                    tell(resolution, violations);
                }
            });
        }
    }

    /** Drops the answer of the try under way, because the result is being saved. */
    void stop() {
        generation++;
    }

    private void tell(Resolution tried, List<Violation> violations) {
        if (!violations.isEmpty()) {
            findings.show(violations, tried);
        } else if (!findings.problems().get().isEmpty()) {
            findings.clear();
        }
    }
}
