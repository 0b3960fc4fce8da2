package dev.concord.store;

import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.sql.RowCondition;
import dev.concord.sql.RowLock;
import dev.concord.sql.Transaction;
import dev.concord.sql.TransactionStatus;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out whether a write happened whose connection was lost during COMMIT: by reading the row over another connection,
 * never by guessing and never by writing again. The row is read with a lock, which waits until the server has ended the
 * transaction in doubt. Where a third writer has changed the row meanwhile, the outcome is {@link Outcome.Unconfirmed}.
 */
final class DoubtSettlement {
    private final OpenTable open;
    private final DoubtEvidence evidence;
    private final String detail;
    private final boolean over;
    private boolean readable = true;

    /** For a transaction: it locked the row with its first write, so reading with a lock waits for its end. */
    DoubtSettlement(OpenTable open, String detail) {
        this(open, detail, true);
    }

    /**
     * For a statement that was its own transaction.
     *
     * @param over whether the statement has ended; otherwise it may still be waiting for the lock of the row
     */
    DoubtSettlement(OpenTable open, String detail, boolean over) {
        this.open = open;
        this.evidence = new DoubtEvidence(open);
        this.detail = detail;
        this.over = over;
    }

    /** The row as read afterwards. */
    private sealed interface RowState {
        record Present(Snapshot snapshot) implements RowState {}

        /**
         * There is no row, or none that can be locked.
         *
         * @param hidden whether the row may exist and a policy prevents this user from locking it
         */
        record Absent(boolean hidden) implements RowState {}

        record Unreadable() implements RowState {}
    }

    /**
     * Settles an update.
     *
     * @param base the row before, as far as known
     * @param expected the token it had
     * @param changes what was asked for
     * @param written the values that were set, the version among them
     */
    SaveOutcome ofUpdate(RecordKey key, Row base, Optional<VersionToken> expected, Changes changes, Row written) {
        Row wanted = evidence.withoutVersion(base).withAll(changes.values());
        return ofUpdate(
                key, expected, changes, written, present -> !wanted.isEmpty() && evidence.holds(present, wanted));
    }

    /**
     * Settles a write that depends on the row as it was, such as adding to it. That the row holds the sum proves nothing:
     * another writer may have added as much.
     *
     * @param before the token the row had; empty where none is kept
     * @param changes what was asked for
     * @param written the values that were set, the version among them
     */
    SaveOutcome ofIncrement(RecordKey key, Optional<VersionToken> before, Changes changes, Row written) {
        return ofUpdate(key, before, changes, written, _ -> false);
    }

    private SaveOutcome ofUpdate(
            RecordKey key, Optional<VersionToken> before, Changes changes, Row written, Predicate<Snapshot> asWanted) {
        RecordKey now = open.sql().keyOf(key.columns().withAll(written));
        return switch (lookUp(now)) {
            case RowState.Present(Snapshot present) -> {
                if (evidence.proves(present, changes.values(), written)) {
                    yield new Outcome.Saved(present);
                }
                if (same(before, present) && evidence.moves(before.orElseThrow(), changes, written)) {
                    yield notWritten(present);
                }
                yield asWanted.test(present) ? new Outcome.Saved(present) : unknown(Optional.of(present));
            }
            case RowState.Absent _ -> now.equals(key) ? unknown(Optional.empty()) : atTheOldKey(key, before);
            case RowState.Unreadable _ -> unknown(Optional.empty());
        };
    }

    /**
     * Settles an insert. The row is found by its key or, where the database generates the key, by a version that only this
     * write can have made.
     *
     * @param given the values of the draft
     * @param written the values of the write, the version among them
     */
    InsertOutcome ofInsert(Row given, Row written, TransactionStatus status) {
        if (status.rolledBack()) {
            return notWritten();
        }
        boolean keyKnown = written.values().keySet().containsAll(open.sql().keyColumns());
        Optional<RowCondition> which = keyKnown
                ? Optional.of(RowCondition.of(open.sql(), open.sql().keyOf(written)))
                : evidence.ownVersion(given, written).map(own -> new RowCondition(List.of(own)));
        return which.map(this::lookUp).orElseGet(RowState.Unreadable::new) instanceof RowState.Present(Snapshot present)
                ? evidence.proves(present, given, written) || evidence.holds(present, written)
                        ? new Outcome.Saved(present)
                        : unknown(Optional.of(present))
                : unknown(Optional.empty());
    }

    /** Settles a delete. */
    DeleteOutcome ofDelete(RecordKey key, Optional<VersionToken> expected) {
        return switch (lookUp(key)) {
            case RowState.Absent(boolean hidden) -> hidden ? unknown(Optional.empty()) : new Outcome.Deleted(key);
            case RowState.Present(Snapshot present) ->
                same(expected, present) ? notWritten(present) : unknown(Optional.of(present));
            case RowState.Unreadable _ -> unknown(Optional.empty());
        };
    }

    /**
     * Settles work on a locked row that deleted the row. That the row is gone does not show who deleted it: another process may
     * have done the same work.
     */
    Outcome.Unwritten ofWorkThatDeleted(RecordKey key, Optional<VersionToken> before) {
        return ofDelete(key, before) instanceof Outcome.Unwritten why ? why : unknown(Optional.empty());
    }

    /** Whether all rows could be read so far. */
    boolean readable() {
        return readable;
    }

    /** Looks for the row under its old key after a write that changes the key. */
    private Outcome.Failure atTheOldKey(RecordKey key, Optional<VersionToken> expected) {
        return lookUp(key) instanceof RowState.Present(Snapshot present)
                ? same(expected, present) ? notWritten(present) : unknown(Optional.of(present))
                : unknown(Optional.empty());
    }

    private RowState lookUp(RecordKey key) {
        return lookUp(RowCondition.of(open.sql(), key));
    }

    private RowState lookUp(RowCondition which) {
        Ending<RowState> ending =
                open.transactions().write(transaction -> Completion.rollBack(lookUp(transaction, which)));
        if (ending instanceof Ending.Done<RowState>(RowState state)) {
            return state;
        }
        readable = false;
        return new RowState.Unreadable();
    }

    private RowState lookUp(Transaction transaction, RowCondition which) throws SQLException {
        Optional<Snapshot> present = open.reader().readLocked(transaction, which, RowLock.FOR_UPDATE);
        return present.isPresent()
                ? new RowState.Present(present.get())
                : new RowState.Absent(SuppressedWrite.byPolicy(transaction, open));
    }

    private static boolean same(Optional<VersionToken> before, Snapshot present) {
        return before.isPresent() && before.equals(present.token());
    }

    private Outcome.Failure notWritten(Snapshot present) {
        return over ? notWritten() : unknown(Optional.of(present));
    }

    private Outcome.Refused notWritten() {
        return new Outcome.Refused(Reason.CONNECTION_LOST, detail);
    }

    private Outcome.Unconfirmed unknown(Optional<Snapshot> present) {
        return new Outcome.Unconfirmed(present, detail);
    }
}
