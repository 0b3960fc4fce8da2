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
import dev.concord.sql.Transactions.Ending;
import dev.concord.sql.Transactions.Verdict;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Settles what became of a write whose connection died during COMMIT: by reading the row over another connection, never
 * by guessing and never by writing again. The row is read with a lock, which waits until the server has ended the
 * transaction in doubt. What a third writer did in between stays unknown.
 */
final class DoubtSettlement {
    private final OpenTable open;
    private final DoubtEvidence evidence;
    private final String detail;
    private final boolean over;
    private boolean readable = true;

    /** Of a transaction: it held the row from its first write on, so that the lock waits for its end. */
    DoubtSettlement(OpenTable open, String detail) {
        this(open, detail, true);
    }

    /**
     * Of a statement that was its own transaction.
     *
     * @param over whether nothing more can come of it; otherwise it may still be waiting for its first lock
     */
    DoubtSettlement(OpenTable open, String detail, boolean over) {
        this.open = open;
        this.evidence = new DoubtEvidence(open);
        this.detail = detail;
        this.over = over;
    }

    /** What a reading came to. */
    private sealed interface Seen {
        record There(Snapshot present) implements Seen {}

        /**
         * No row.
         *
         * @param hidden whether it may be there all the same, kept by a policy from being locked
         */
        record NotThere(boolean hidden) implements Seen {}

        record NotReadable() implements Seen {}
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
     * Settles a write that depends on the row as it was, such as adding to it. That the row holds the sum proves nothing
     * here: a colleague may have added as much.
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
        return switch (look(now)) {
            case Seen.There(Snapshot present) -> {
                if (evidence.proves(present, changes.values(), written)) {
                    yield new Outcome.Saved(present);
                }
                if (same(before, present) && evidence.moves(before.orElseThrow(), changes, written)) {
                    yield notWritten(present);
                }
                yield asWanted.test(present) ? new Outcome.Saved(present) : unknown(Optional.of(present));
            }
            case Seen.NotThere _ -> now.equals(key) ? unknown(Optional.empty()) : atTheOldKey(key, before);
            case Seen.NotReadable _ -> unknown(Optional.empty());
        };
    }

    /**
     * Settles an insert. The row is found by its key or, where the database made that, by a version nobody else makes.
     *
     * @param given the values of the draft
     * @param written the values of the write, the version among them
     */
    InsertOutcome ofInsert(Row given, Row written, TransactionStatus fate) {
        if (fate.undone()) {
            return notWritten();
        }
        boolean keyKnown = written.values().keySet().containsAll(open.sql().keyColumns());
        Optional<RowCondition> which = keyKnown
                ? Optional.of(RowCondition.of(open.sql(), open.sql().keyOf(written)))
                : evidence.ownVersion(given, written).map(own -> new RowCondition(List.of(own)));
        return which.map(this::look).orElseGet(Seen.NotReadable::new) instanceof Seen.There(Snapshot present)
                ? evidence.proves(present, given, written) || evidence.holds(present, written)
                        ? new Outcome.Saved(present)
                        : unknown(Optional.of(present))
                : unknown(Optional.empty());
    }

    /** Settles a delete. */
    DeleteOutcome ofDelete(RecordKey key, Optional<VersionToken> expected) {
        return switch (look(key)) {
            case Seen.NotThere(boolean hidden) -> hidden ? unknown(Optional.empty()) : new Outcome.Deleted(key);
            case Seen.There(Snapshot present) ->
                same(expected, present) ? notWritten(present) : unknown(Optional.of(present));
            case Seen.NotReadable _ -> unknown(Optional.empty());
        };
    }

    /**
     * Settles work that deleted its row, whatever else it did to it before. That the row is gone does not say who deleted
     * it: a colleague may have taken it for the same work.
     */
    Outcome.Unwritten ofWorkThatDeleted(RecordKey key, Optional<VersionToken> before) {
        return ofDelete(key, before) instanceof Outcome.Unwritten why ? why : unknown(Optional.empty());
    }

    /** Whether rows could be read so far. */
    boolean readable() {
        return readable;
    }

    /** A write that would have moved the row to another key left it where it was. */
    private Outcome.Failure atTheOldKey(RecordKey key, Optional<VersionToken> expected) {
        return look(key) instanceof Seen.There(Snapshot present)
                ? same(expected, present) ? notWritten(present) : unknown(Optional.of(present))
                : unknown(Optional.empty());
    }

    private Seen look(RecordKey key) {
        return look(RowCondition.of(open.sql(), key));
    }

    private Seen look(RowCondition which) {
        Ending<Seen> ending = open.transactions().write(transaction -> Verdict.undo(look(transaction, which)));
        if (ending instanceof Ending.Done<Seen>(Seen seen)) {
            return seen;
        }
        readable = false;
        return new Seen.NotReadable();
    }

    private Seen look(Transaction transaction, RowCondition which) throws SQLException {
        Optional<Snapshot> present = open.reader().readLocked(transaction, which, RowLock.FOR_UPDATE);
        return present.isPresent()
                ? new Seen.There(present.get())
                : new Seen.NotThere(SuppressedWrite.byPolicy(transaction, open));
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
