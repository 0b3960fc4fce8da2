package dev.concord.store;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.sql.Transaction;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One new row, ready to be inserted.
 *
 * @param given its values, of writable columns
 */
record BatchInsert(int index, OpenTable open, Row given) implements BatchRow {

    @Override
    public RecordKey key() {
        return open.sql().keyOf(given);
    }

    @Override
    public Optional<VersionToken> expected() {
        return Optional.empty();
    }

    @Override
    public boolean mustBeAlone() {
        return false;
    }

    /** Returns the insert of this row. */
    GuardedInsert insert() {
        return new GuardedInsert(open, given);
    }

    @Override
    public RowAttempt attempt(Transaction transaction) throws SQLException {
        GuardedInsert insert = insert();
        InsertOutcome outcome = insert.attempt(transaction).result();
        Try<Entry> result =
                switch (outcome) {
                    case Outcome.Saved(Snapshot now) -> new Try.Written<>(new BatchOutcome.Saved(now));
                    case Outcome.Failure why -> new Try.Refused<>(why);
                };
        return new RowAttempt(this, insert.written(), insert.transactionNumber(), result);
    }

    @Override
    public Entry alone() {
        return Entry.ofInsert(insert().run());
    }

    /** An insert locks no row first; where another transaction holds it up, the session's time-out ends the wait. */
    @Override
    public Entry withoutWaiting() {
        return alone();
    }

    /** An insert meets no row; that none was made is a refusal. */
    @Override
    public Outcome.Unwritten why() {
        return new Outcome.Refused(Outcome.Refused.Reason.SUPPRESSED, "");
    }

    @Override
    public Entry settled(DoubtSettlement settlement, RowAttempt attempt) {
        return Entry.ofInsert(settlement.ofInsert(given, attempt.written()));
    }
}
