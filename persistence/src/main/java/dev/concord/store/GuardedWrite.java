package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.Outcome.Unwritten;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.sql.Transaction;
import dev.concord.sql.TransactionBody;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The part all guarded writes share: a try in a transaction of its own and, if it wrote no row, a look in a new transaction
 * for the reason.
 *
 * @param <T> what a successful write delivers
 */
final class GuardedWrite<T> {
    private final OpenTable open;
    private final RecordKey key;
    private final Optional<VersionToken> expected;
    private final Row values;

    /**
     * A write.
     *
     * @param values the values the caller wants to write
     */
    GuardedWrite(OpenTable open, RecordKey key, Optional<VersionToken> expected, Row values) {
        this.open = open;
        this.key = key;
        this.expected = expected;
        this.values = values;
    }

    /** The result of one try. */
    sealed interface Try<T> {
        /** Exactly one row was written. */
        record Written<T>(T result) implements Try<T> {}

        /** The row does not exist, or its token is not the expected one. */
        record Missed<T>() implements Try<T> {}

        /** It must not be written. */
        record Refused<T>(Unwritten why) implements Try<T> {}

        static <T> Try<T> refused(Reason reason, String detail) {
            return new Refused<>(new Outcome.Refused(reason, detail));
        }
    }

    /** The result of the write. */
    sealed interface Result<T> {
        record Written<T>(T result) implements Result<T> {}

        record NotWritten<T>(Unwritten why) implements Result<T> {}

        /** The connection was lost during COMMIT. */
        record InDoubt<T>(Doubt doubt) implements Result<T> {}
    }

    /** Writes in a transaction. */
    Result<T> run(TransactionBody<Try<T>> attempt) {
        return run(() -> inTransaction(attempt));
    }

    /** Writes in a transaction that is rolled back. */
    Result<T> dryRun(TransactionBody<Try<T>> attempt) {
        return run(() -> open.transactions().write(transaction -> Completion.rollBack(attempt.run(transaction))));
    }

    /** Makes one try in a transaction of its own. */
    Ending<Try<T>> inTransaction(TransactionBody<Try<T>> attempt) {
        return open.transactions().write(transaction -> completion(attempt.run(transaction)));
    }

    /** Writes by tries that each are a transaction. */
    Result<T> run(Supplier<Ending<Try<T>>> attempt) {
        boolean missedUnchanged = false;
        while (true) {
            switch (TransactionRetry.of(open.errors(), attempt)) {
                case Ending.Done<Try<T>>(Try.Written<T>(T result)) -> {
                    return new Result.Written<>(result);
                }
                case Ending.Done<Try<T>>(Try.Refused<T>(Unwritten why)) -> {
                    return new Result.NotWritten<>(why);
                }
                case Ending.Done<Try<T>>(Try.Missed<T> _) -> {
                    Optional<Unwritten> why = changed();
                    if (why.isPresent()) {
                        return new Result.NotWritten<>(why.get());
                    }
                    // The row may have been deleted and inserted again: only a second miss shows that the database
                    // suppresses the write.
                    if (missedUnchanged) {
                        return new Result.NotWritten<>(suppressed());
                    }
                    missedUnchanged = true;
                }
                case Ending.Failed<Try<T>>(var error) -> {
                    return new Result.NotWritten<>(open.errors().outcome(error, key, values));
                }
                case Ending.CommitFailed<Try<T>>(var error, var server) -> {
                    return open.errors()
                            .commitOutcome(error, key, values)
                            .<Result<T>>map(Result.NotWritten::new)
                            .orElseGet(() -> new Result.InDoubt<>(open.errors().doubt(error, server)));
                }
            }
        }
    }

    /** Returns why a write met no row: a change of the row or the table by others, or else that the database suppressed it. */
    Unwritten why() {
        return changed().orElseGet(this::suppressed);
    }

    private static <T> Completion<Try<T>> completion(Try<T> attempt) {
        return attempt instanceof Try.Written<T> ? Completion.commit(attempt) : Completion.rollBack(attempt);
    }

    /** Looks in a new transaction whether the row was changed or deleted, or the table changed. */
    private Optional<Unwritten> changed() {
        return open.read(key, this::changed, Optional::of);
    }

    private Unwritten suppressed() {
        return open.<Unwritten>read(key, transaction -> SuppressedWrite.of(transaction, open), why -> why);
    }

    private Optional<Unwritten> changed(Transaction transaction) throws SQLException {
        Optional<Outcome.TableChanged> table = ShapeCheck.always(transaction, open);
        if (table.isPresent()) {
            return Optional.of(table.get());
        }
        Optional<Snapshot> theirs = open.reader().readCommitted(transaction, key);
        if (theirs.isEmpty()) {
            return Optional.of(new Outcome.Gone(key));
        }
        boolean same = expected.isEmpty() || expected.equals(theirs.get().token());
        return same ? Optional.empty() : Optional.of(new Outcome.Stale(theirs.get()));
    }
}
