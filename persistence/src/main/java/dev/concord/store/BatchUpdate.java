package dev.concord.store;

import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.Outcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.sql.LockWait;
import dev.concord.sql.Transaction;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The changes of one row, ready to be written.
 *
 * @param changes what to write, of writable columns; not empty
 * @param expected the token to be met; empty where none is checked
 */
record BatchUpdate(int index, OpenTable open, Snapshot base, Changes changes, Optional<VersionToken> expected)
        implements BatchRow {

    @Override
    public RecordKey key() {
        return base.key();
    }

    @Override
    public Row given() {
        return changes.given();
    }

    /** Its key changes, so it must be read back by another key, or a number is added, which must be read first. */
    @Override
    public boolean mustBeAlone() {
        return !changes.added().isEmpty() || open.moves(changes.values());
    }

    @Override
    public RowAttempt attempt(Transaction transaction) throws SQLException {
        GuardedUpdate update = update();
        GuardedWrite.Try<Snapshot> result = update.attempt(transaction);
        return RowAttempt.ofSave(this, update.written(), result);
    }

    @Override
    public Entry alone() {
        return Entry.ofSave(update().run());
    }

    @Override
    public Entry withoutWaiting() {
        return BatchRow.unlocked(
                new LockedWork<>(open, key(), expected, LockWait.noWait(), held -> held.update(changes)).run(),
                key(),
                Entry::ofSave);
    }

    @Override
    public Outcome.Unwritten why() {
        return new GuardedWrite<Snapshot>(open, key(), expected, given()).why();
    }

    @Override
    public Entry settled(DoubtSettlement settlement, RowAttempt attempt) {
        return Entry.ofSave(update().settled(settlement, attempt.written()));
    }

    private GuardedUpdate update() {
        return new GuardedUpdate(open, key(), base.row(), changes, expected, base.writer());
    }
}
