package dev.concord.app.saved;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The saves of a window that can be taken back: those of the last hour, as far as they are not too many. FX thread only. */
public final class SavedSteps {
    /** How long a save can be taken back. */
    static final Duration KEPT = Duration.ofHours(1);

    /** How many records are kept in memory. */
    static final int MOST_RECORDS = 5_000;

    private final InstantSource clock;
    /** The latest first. */
    private final Deque<SavedStep> steps = new ArrayDeque<>();

    public SavedSteps(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Notes what was saved together.
     *
     * @param reversal whether it took another save back
     */
    public SavedStep add(List<SavedRecord> records, boolean reversal) {
        SavedStep step = new SavedStep(clock.instant(), records, reversal);
        steps.addFirst(step);
        drop();
        return step;
    }

    /**
     * Returns the last save that took no other one back, and does not return it again; empty when there is none in the last
     * hour.
     */
    public Optional<SavedStep> takeLast() {
        drop();
        Optional<SavedStep> last =
                steps.stream().filter(step -> !step.reversal()).findFirst();
        last.ifPresent(steps::remove);
        return last;
    }

    /** Returns whether a save can still be taken back, which it cannot a second time. */
    public boolean take(SavedStep step) {
        drop();
        return steps.remove(step);
    }

    private void drop() {
        steps.removeIf(step -> step.at().isBefore(clock.instant().minus(KEPT)));
        int records = 0;
        for (SavedStep step : List.copyOf(steps)) {
            records += step.records().size();
            // The last one is kept, however many records it has: they were in memory a moment ago.
            if (records > MOST_RECORDS && !step.equals(steps.peekFirst())) {
                steps.remove(step);
            }
        }
    }
}
