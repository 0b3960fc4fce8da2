package dev.concord.store;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.Transaction;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** One write of a batch, ready to be carried out. */
sealed interface BatchRow permits BatchInsert, BatchUpdate, BatchDelete {

    /**
     * One attempt to write one row of a batch, before COMMIT.
     *
     * @param written the values sent, the version among them; empty when nothing was sent
     * @param transaction the number of the transaction, where the database has given it with an insert; otherwise NULL
     * @param result the result of the attempt
     */
    record RowAttempt(BatchRow row, Row written, Value transaction, Try<Entry> result) {

        /** An attempt of whose transaction no number is known. */
        RowAttempt(BatchRow row, Row written, Try<Entry> result) {
            this(row, written, Value.ofNull(), result);
        }

        /** The attempt to save an existing row. */
        static RowAttempt ofSave(BatchRow row, Row written, Try<Snapshot> result) {
            return new RowAttempt(
                    row,
                    written,
                    switch (result) {
                        case Try.Written<Snapshot>(Snapshot now) -> new Try.Written<Entry>(new BatchOutcome.Saved(now));
                        case Try.Missed<Snapshot> _ -> new Try.Missed<>();
                        case Try.Refused<Snapshot>(Outcome.Unwritten why) -> new Try.Refused<>(why);
                    });
        }

        /** Whether exactly this row was written. */
        boolean succeeded() {
            return result instanceof Try.Written<Entry>;
        }
    }

    /** The write's place in the batch. */
    int index();

    /** The row's table. */
    OpenTable open();

    /** The row's key; that of a new row as far as it is given. */
    RecordKey key();

    /** The token to be met; empty where none is checked, and for a new row. */
    Optional<VersionToken> expected();

    /** The values that were asked for. */
    Row given();

    /** Whether the row cannot be written together with others. */
    boolean mustBeAlone();

    /** Makes one try in a transaction that other rows may share. */
    RowAttempt attempt(Transaction transaction) throws SQLException;

    /** Carries the write out in a transaction of its own. */
    Entry alone();

    /** Does the same, and waits for no lock. */
    Entry withoutWaiting();

    /** Returns why the write met no row, read in a new transaction. */
    Outcome.Unwritten why();

    /** Returns what an error of the database before COMMIT means for this write. */
    default Outcome.Failure failure(SQLException error) {
        return open().errors().outcome(error, key(), given());
    }

    /** Finds out whether the write was carried out, its COMMIT being in doubt. */
    Entry settled(DoubtSettlement settlement, RowAttempt attempt);

    /** Returns the outcome of work on a locked row for which no lock was waited for. */
    static <T> Entry unlocked(LockOutcome<T> outcome, RecordKey key, Function<T, Entry> done) {
        return switch (outcome) {
            case LockOutcome.Done<T>(T result) -> done.apply(result);
            case LockOutcome.Busy<T> _, LockOutcome.Skipped<T> _ -> new NotSaved(new Outcome.LockTimeout(key));
            case LockOutcome.Undone<T>(Outcome.Unwritten why) -> new NotSaved(why);
        };
    }
}
