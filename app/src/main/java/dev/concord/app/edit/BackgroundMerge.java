package dev.concord.app.edit;

import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Compares an edit with the row in the database in the background, since long texts take their time. What is typed
 * meanwhile is compared, too, before anybody is told. FX thread only.
 */
final class BackgroundMerge {
    private final Way way;

    /** How to the background and back: as a job the form waits for, or unseen. */
    @FunctionalInterface
    interface Way {
        void run(Supplier<RecordMerge> task, Consumer<RecordMerge> then);
    }

    BackgroundMerge(Way way) {
        this.way = way;
    }

    /**
     * Compares.
     *
     * @param mine the edit as it is at the moment; empty as soon as nobody wants the comparison any more
     * @param then told, unless nobody wants it, of a comparison with the edit as it is then
     */
    void compare(OpenRecord record, Snapshot theirs, Supplier<Optional<Draft>> mine, Consumer<RecordMerge> then) {
        Optional<Draft> edit = mine.get();
        edit.ifPresent(draft -> way.run(() -> record.merge(draft, theirs), merge -> {
            if (mine.get().equals(edit)) {
                then.accept(merge);
            } else {
                compare(record, theirs, mine, then);
            }
        }));
    }
}
