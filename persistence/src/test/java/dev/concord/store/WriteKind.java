package dev.concord.store;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.version.VersionStep;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of writes that can change the stock of a row. */
enum WriteKind {
    SAVE,
    UPDATE_IF,
    TOUCH,
    INCREMENT,
    BATCH_SKIPPING,
    BATCH_ABORTING,
    LOCKED_UPDATE,
    LOCKED_SAVE;

    /** The kinds that take a token. */
    static final Set<WriteKind> CHECKED = EnumSet.complementOf(EnumSet.of(INCREMENT));

    /** The ways that can write the shop's items. */
    static List<WriteKind> on(Shop shop) {
        return Stream.of(values()).filter(way -> way.possibleOn(shop)).toList();
    }

    /** Only a version that writers move can be moved alone. */
    boolean possibleOn(Shop shop) {
        return this != TOUCH
                || shop.guardOf("item").version().filter(VersionStep::assigned).isPresent();
    }

    SaveOutcome write(RecordStore store, Snapshot base, int stock) {
        Row values = Row.of("stock", Value.of(stock));
        Draft draft = Draft.of(base).with("stock", Value.of(stock));
        return switch (this) {
            case SAVE -> store.save(draft);
            case UPDATE_IF -> store.updateIf(base.key(), base.token(), values);
            case TOUCH -> store.touch(base.key(), base.token());
            case INCREMENT -> store.increment(base.key(), Increment.of("stock", 1));
            case BATCH_SKIPPING -> only(store.saveAll(List.of(draft), BatchPolicy.SKIP_AND_REPORT));
            case BATCH_ABORTING -> only(store.saveAll(List.of(draft), BatchPolicy.ABORT_ALL));
            case LOCKED_UPDATE ->
                worked(store.locked(base.key(), base.token(), LockWait.noWait(), row -> row.update(values)));
            case LOCKED_SAVE ->
                worked(store.locked(base.key(), base.token(), LockWait.noWait(), row -> row.save(draft)));
        };
    }

    private static SaveOutcome only(BatchOutcome outcome) {
        return switch (outcome.entries().getFirst()) {
            case BatchOutcome.Saved(Snapshot now) -> new Outcome.Saved(now);
            case BatchOutcome.NotSaved(Outcome.Unwritten why) -> why;
            case BatchOutcome.Deleted _ -> throw new AssertionError("Nothing is deleted");
            case BatchOutcome.RolledBack _ -> throw new AssertionError("One row alone is never another's victim");
        };
    }

    /** What the work came to, the row being free. */
    static SaveOutcome worked(LockOutcome<SaveOutcome> outcome) {
        return switch (outcome) {
            case LockOutcome.Done<SaveOutcome>(SaveOutcome done) -> done;
            case LockOutcome.Undone<SaveOutcome>(Outcome.Unwritten why) -> why;
            case LockOutcome.Busy<SaveOutcome> _, LockOutcome.Skipped<SaveOutcome> _ ->
                throw new AssertionError("Nobody holds the row");
        };
    }
}
