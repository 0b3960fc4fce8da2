package dev.concord.app.edit;

import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Merges an edit with the row in the database, in the background because long texts take long. If the edit changes in the
 * meantime, it is merged again before the result is delivered. FX thread only.
 */
final class BackgroundMerge {
    private final Runner runner;

    /** Runs a merge in the background, as a job of the form or without one, and delivers its result on the FX thread. */
    @FunctionalInterface
    interface Runner {
        void run(Supplier<RecordMerge> task, Consumer<RecordMerge> then);
    }

    BackgroundMerge(Runner runner) {
        this.runner = runner;
    }

    /**
     * Merges.
     *
     * @param mine the edit as it is when asked; empty as soon as the result is no longer needed
     * @param then receives the merge of the edit as it is then, unless it is no longer needed
     */
    void compare(OpenRecord record, Snapshot theirs, Supplier<Optional<Draft>> mine, Consumer<RecordMerge> then) {
        Optional<Draft> edit = mine.get();
        edit.ifPresent(draft -> runner.run(() -> record.merge(draft, theirs), merge -> {
            if (mine.get().equals(edit)) {
                then.accept(merge);
            } else {
                compare(record, theirs, mine, then);
            }
        }));
    }
}
