package dev.concord.store;

import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Finds out whether a write happened whose connection was lost during COMMIT: by reading the row over another connection,
 * never by guessing and never by writing again. The row is read with a lock, which waits until the server has ended the
 * transaction in doubt. Where a third writer has changed the row meanwhile, the outcome is {@link Outcome.Unconfirmed}; so it
 * is where another server answers, unless it has what only this write can have made.
 */
final class DoubtSettlement {
    /** Some connections of the pool may still be to the database as it was before it closed itself. */
    private static final int TRIES_AFTER_CLOSING = 9;

    private final OpenTable open;
    private final DoubtEvidence evidence;
    private final Doubt doubt;
    private final boolean over;
    private boolean readable = true;

    /** For a transaction: it locked the row with its first write, so reading with a lock waits for its end. */
    DoubtSettlement(OpenTable open, Doubt doubt) {
        this(open, doubt, true);
    }

    /**
     * For a statement that was its own transaction.
     *
     * @param over whether the statement has ended; otherwise it may still be waiting for the lock of the row
     */
    DoubtSettlement(OpenTable open, Doubt doubt, boolean over) {
        this.open = open;
        this.evidence = new DoubtEvidence(open);
        this.doubt = doubt;
        this.over = over;
    }

    /** The row as read afterwards. */
    private sealed interface RowState {
        record Present(Snapshot snapshot, Witness witness) implements RowState {}

        /**
         * There is no row, or none that can be locked.
         *
         * @param hidden whether the row may exist: a policy prevents this user from locking it, or the server may not have it yet
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
            case RowState.Present(Snapshot present, Witness witness) -> {
                if (evidence.proves(present, changes.values(), written)) {
                    yield new Outcome.Saved(present);
                }
                if (same(before, present) && evidence.moves(before.orElseThrow(), changes, written)) {
                    yield notWritten(present, witness);
                }
                yield witness != Witness.OTHER && asWanted.test(present)
                        ? new Outcome.Saved(present)
                        : unknown(present, witness);
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
    InsertOutcome ofInsert(Row given, Row written) {
        boolean keyKnown = written.values().keySet().containsAll(open.sql().keyColumns());
        Optional<RowCondition> which = keyKnown
                ? Optional.of(RowCondition.of(open.sql(), open.sql().keyOf(written)))
                : evidence.ownVersion(given, written).map(own -> new RowCondition(List.of(own)));
        return switch (which.map(this::lookUp).orElseGet(RowState.Unreadable::new)) {
            case RowState.Present(Snapshot present, Witness witness) ->
                evidence.proves(present, given, written)
                                || (witness != Witness.OTHER && evidence.holds(present, written))
                        ? new Outcome.Saved(present)
                        : unknown(present, witness);
            case RowState.Absent _ -> doubt.closed() ? notWritten() : unknown(Optional.empty());
            case RowState.Unreadable _ -> unknown(Optional.empty());
        };
    }

    /**
     * Whether the database says that a transaction was rolled back: then nothing of it was written.
     *
     * @param transaction its number; NULL where it has none
     */
    boolean rolledBack(Value transaction) {
        return new TransactionStatus(open.transactions(), doubt.server(), transaction).rolledBack();
    }

    /** Settles a delete. */
    DeleteOutcome ofDelete(RecordKey key, Optional<VersionToken> expected) {
        return switch (lookUp(key)) {
            case RowState.Absent(boolean hidden) -> hidden ? unknown(Optional.empty()) : new Outcome.Deleted(key);
            case RowState.Present(Snapshot present, Witness witness) ->
                same(expected, present) ? notWritten(present, witness) : unknown(present, witness);
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
        return lookUp(key) instanceof RowState.Present(Snapshot present, Witness witness)
                ? same(expected, present) ? notWritten(present, witness) : unknown(present, witness)
                : unknown(Optional.empty());
    }

    private RowState lookUp(RecordKey key) {
        return lookUp(RowCondition.of(open.sql(), key));
    }

    private RowState lookUp(RowCondition which) {
        for (int tried = 0; tried < (doubt.closed() ? TRIES_AFTER_CLOSING : 1); tried++) {
            Optional<RowState> state = lookedUp(which);
            if (state.isPresent()) {
                return state.get();
            }
        }
        readable = false;
        return new RowState.Unreadable();
    }

    /** Returns what was read under a lock, even if the transaction then cannot be rolled back: a full disk prevents H2 from that. */
    private Optional<RowState> lookedUp(RowCondition which) {
        AtomicReference<Optional<RowState>> read = new AtomicReference<>(Optional.empty());
        Ending<RowState> _ = open.transactions().write(transaction -> {
            RowState state = Witness.read(transaction, doubt.server(), witness -> lookUp(transaction, which, witness));
            read.set(Optional.of(state));
            return Completion.rollBack(state);
        });
        return read.get();
    }

    private RowState lookUp(Transaction transaction, RowCondition which, Witness witness) throws SQLException {
        Optional<Snapshot> present = open.reader().readLocked(transaction, which, RowLock.FOR_UPDATE);
        return present.isPresent()
                ? new RowState.Present(present.get(), witness)
                : new RowState.Absent(witness == Witness.OTHER || SuppressedWrite.byPolicy(transaction, open));
    }

    private static boolean same(Optional<VersionToken> before, Snapshot present) {
        return before.isPresent() && before.equals(present.token());
    }

    /** The row is as it was before: only on the server in doubt, once the transaction has ended, it stays so. */
    private Outcome.Failure notWritten(Snapshot present, Witness witness) {
        return over && witness == Witness.SAME ? notWritten() : unknown(present, witness);
    }

    /** Returns the outcome of a write of which it is known that nothing was written. */
    Outcome.Refused notWritten() {
        return new Outcome.Refused(doubt.reason(), doubt.detail());
    }

    /** A row from a server that may lag behind is not told as the present one. */
    private Outcome.Unconfirmed unknown(Snapshot present, Witness witness) {
        return unknown(witness == Witness.OTHER ? Optional.empty() : Optional.of(present));
    }

    private Outcome.Unconfirmed unknown(Optional<Snapshot> present) {
        return new Outcome.Unconfirmed(present, doubt.detail());
    }
}
