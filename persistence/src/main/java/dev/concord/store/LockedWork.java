package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.sql.LockWait;
import dev.concord.sql.LockingReader;
import dev.concord.sql.Transaction;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Work on one locked row, in one transaction. It is never retried, because only the caller knows what else the work does.
 *
 * @param <T> what the work delivers
 */
final class LockedWork<T> {
    private final OpenTable open;
    private final RecordKey key;
    private final Optional<VersionToken> expected;
    private final LockWait wait;
    private final Function<LockedRow, T> work;

    private boolean begun;
    private Optional<Finished<T>> finished = Optional.empty();

    /** The finished work, before COMMIT. */
    private record Finished<T>(LockedRow row, T result) {
        LockOutcome<T> settled(DoubtSettlement settlement) {
            return row.settled(settlement)
                    .<LockOutcome<T>>map(LockOutcome.Undone::new)
                    .orElseGet(() -> new LockOutcome.Done<>(result));
        }
    }

    LockedWork(
            OpenTable open,
            RecordKey key,
            Optional<VersionToken> expected,
            LockWait wait,
            Function<LockedRow, T> work) {
        this.open = open;
        this.key = key;
        this.expected = expected;
        this.wait = wait;
        this.work = work;
    }

    LockOutcome<T> run() {
        Ending<LockOutcome<T>> ending = open.transactions().write(wait, this::attempt);
        return switch (ending) {
            case Ending.Done<LockOutcome<T>>(LockOutcome<T> outcome) -> outcome;
            // On a lost connection ROLLBACK fails as well; the first failure is reported.
            case Ending.Failed<LockOutcome<T>>(SQLException error) ->
                finished.flatMap(done -> done.row().failure())
                        .<LockOutcome<T>>map(LockOutcome.Undone::new)
                        .orElseGet(
                                () -> !begun && open.errors().lockedByOthers(error) ? lockedByOthers() : undone(error));
            case Ending.CommitFailed<LockOutcome<T>>(SQLException error, ServerIdentity server) ->
                open.errors()
                        .commitOutcome(error, key)
                        .<LockOutcome<T>>map(LockOutcome.Undone::new)
                        .orElseGet(() -> settled(open.errors().doubt(error, server)));
        };
    }

    private Completion<LockOutcome<T>> attempt(Transaction transaction) throws SQLException {
        Optional<Outcome.TableChanged> changed = ShapeCheck.ifNeeded(transaction, open);
        if (changed.isPresent()) {
            return Completion.rollBack(new LockOutcome.Undone<>(changed.get()));
        }
        LockingReader read = new LockingReader(open.access(), wait);
        Optional<Snapshot> found = read.read(transaction, key);
        if (found.isEmpty()) {
            Optional<LockOutcome<T>> why = absent(transaction);
            if (why.isPresent()) {
                return Completion.rollBack(why.get());
            }
            found = read.read(transaction, key);
        }
        if (found.isEmpty()) {
            return Completion.rollBack(new LockOutcome.Undone<>(new Outcome.Gone(key)));
        }
        Snapshot present = found.get();
        if (expected.isPresent() && !expected.equals(present.token())) {
            return Completion.rollBack(new LockOutcome.Undone<>(new Outcome.Stale(present)));
        }
        LockedRow row = new LockedRow(open, transaction, present);
        begun = true;
        T result;
        try {
            result = work.apply(row);
        } finally {
            row.end();
        }
        finished = Optional.of(new Finished<>(row, result));
        return row.failure()
                .map(why -> Completion.<LockOutcome<T>>rollBack(new LockOutcome.Undone<>(why)))
                .orElseGet(() -> Completion.commit(new LockOutcome.Done<>(result)));
    }

    /**
     * Returns why the row was not found: a row that is skipped, or that a policy prevents from being locked, looks like one that
     * does not exist. Empty when the row exists after all, because the other transaction deleted it and inserted it again.
     */
    private Optional<LockOutcome<T>> absent(Transaction transaction) throws SQLException {
        if (open.reader().read(transaction, key).isEmpty()) {
            return Optional.of(new LockOutcome.Undone<>(new Outcome.Gone(key)));
        }
        if (keptFromLocking(transaction)) {
            return Optional.of(new LockOutcome.Undone<>(SuppressedWrite.of(transaction, open)));
        }
        return wait instanceof LockWait.SkipLocked ? Optional.of(new LockOutcome.Skipped<>(key)) : Optional.empty();
    }

    /** Reads without skipping: where another transaction has locked the row, PostgreSQL then reports an error. */
    private boolean keptFromLocking(Transaction transaction) throws SQLException {
        return SuppressedWrite.byPolicy(transaction, open)
                && new LockingReader(open.access(), LockWait.noWait())
                        .read(transaction, key)
                        .isEmpty();
    }

    private LockOutcome<T> lockedByOthers() {
        return wait instanceof LockWait.SkipLocked ? new LockOutcome.Skipped<>(key) : new LockOutcome.Busy<>(key);
    }

    private LockOutcome<T> undone(SQLException error) {
        return new LockOutcome.Undone<>(open.errors().outcome(error, key));
    }

    private LockOutcome<T> settled(Doubt doubt) {
        DoubtSettlement settlement = new DoubtSettlement(open, doubt);
        return finished.orElseThrow().settled(settlement);
    }
}
