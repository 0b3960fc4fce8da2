package dev.concord.store;

import dev.concord.outcome.BatchOutcome.Deleted;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.Outcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.sql.LockWait;
import dev.concord.sql.Transaction;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The deletion of one row, ready to be carried out.
 *
 * @param base the row as it was read
 * @param expected the token to be met; empty where none is checked
 */
record BatchDelete(int index, OpenTable open, Snapshot base, Optional<VersionToken> expected) implements BatchRow {

    @Override
    public RecordKey key() {
        return base.key();
    }

    @Override
    public Row given() {
        return Row.EMPTY;
    }

    @Override
    public boolean mustBeAlone() {
        return false;
    }

    @Override
    public RowAttempt attempt(Transaction transaction) throws SQLException {
        return new RowAttempt(
                this,
                Row.EMPTY,
                switch (delete().attempt(transaction)) {
                    case Try.Written<RecordKey>(RecordKey deleted) -> new Try.Written<>(new Deleted(deleted));
                    case Try.Missed<RecordKey> _ -> new Try.Missed<>();
                    case Try.Refused<RecordKey>(Outcome.Unwritten why) -> new Try.Refused<>(why);
                });
    }

    @Override
    public Entry alone() {
        return Entry.ofDelete(delete().run());
    }

    @Override
    public Entry withoutWaiting() {
        return BatchRow.unlocked(
                new LockedWork<>(open, key(), expected, LockWait.noWait(), LockedRow::delete).run(),
                key(),
                Entry::ofDelete);
    }

    @Override
    public Outcome.Unwritten why() {
        return new GuardedWrite<RecordKey>(open, key(), expected, Row.EMPTY).why();
    }

    @Override
    public Outcome.Failure failure(SQLException error) {
        return GuardedDelete.asOfDeleting(open.errors().outcome(error, key()));
    }

    @Override
    public Entry settled(DoubtSettlement settlement, RowAttempt attempt) {
        return Entry.ofDelete(settlement.ofDelete(key(), expected));
    }

    private GuardedDelete delete() {
        return new GuardedDelete(open, key(), expected, base.writer());
    }
}
