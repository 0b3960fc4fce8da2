package dev.concord.store;

import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Snapshot;
import dev.concord.sql.LockWait;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Work on a locked row that is done and not committed yet, on a thread of its own. */
final class HeldRow {
    private final CompletableFuture<Boolean> end;
    private final CompletableFuture<LockOutcome<Snapshot>> outcome;

    private HeldRow(CompletableFuture<Boolean> end, CompletableFuture<LockOutcome<Snapshot>> outcome) {
        this.end = end;
        this.outcome = outcome;
    }

    /** What the work throws to be undone. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Works on a row, and returns when that is done or cannot be begun. */
    static HeldRow begun(RecordStore store, Snapshot base, Function<LockedRow, Object> work) throws Exception {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        CompletableFuture<Object> done = new CompletableFuture<>();
        CompletableFuture<LockOutcome<Snapshot>> outcome = CompletableFuture.supplyAsync(
                () -> store.locked(base.key(), base.token(), LockWait.noWait(), row -> {
                    done.complete(work.apply(row));
                    if (!end.join()) {
                        throw new TakenBack();
                    }
                    return row.snapshot();
                }),
                task -> Thread.ofPlatform().name("holding").start(task));
        CompletableFuture.anyOf(done, outcome).get(1, TimeUnit.MINUTES);
        return new HeldRow(end, outcome);
    }

    /** Why the work was not begun; empty where the row is held. */
    Optional<Outcome.Unwritten> refusal() {
        return outcome.isDone() && outcome.join() instanceof LockOutcome.Undone<Snapshot>(Outcome.Unwritten why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /** Commits, and returns the row as it was written. */
    Snapshot commit() {
        end.complete(true);
        return ((LockOutcome.Done<Snapshot>) outcome.join()).result();
    }

    void rollBack() {
        end.complete(false);
        Throwable thrown = outcome.handle((_, problem) -> problem).join();
        if (thrown == null || !(thrown.getCause() instanceof TakenBack)) {
            throw new AssertionError("Not undone", thrown);
        }
    }
}
