package dev.concord.store;

import dev.concord.database.ServerIdentity;
import dev.concord.sql.Transactions.Ending;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Retries a transaction that the database has rolled back because of a deadlock or a serialization failure, at any statement
 * or at COMMIT. Before each retry there is a pause, in which the other transaction can end: without it this one may take the
 * same lock again first, and fail once more. When the thread is interrupted, the last failure is returned.
 */
final class TransactionRetry {
    /** How often, and with what pauses; after the last try its failure is reported. */
    private static final Retry RETRY = Retry.STANDARD;

    private TransactionRetry() {}

    static <T> Ending<T> of(WriteErrors errors, Supplier<Ending<T>> transaction) {
        Ending<T> ending = transaction.get();
        for (int tried = 1; tried < RETRY.tries() && rolledBack(ending, errors) && RETRY.paused(tried); tried++) {
            ending = transaction.get();
        }
        return ending;
    }

    private static <T> boolean rolledBack(Ending<T> ending, WriteErrors errors) {
        return switch (ending) {
            case Ending.Done<T> _ -> false;
            case Ending.Failed<T>(SQLException error) -> errors.worthRetrying(error);
            case Ending.CommitFailed<T>(SQLException error, ServerIdentity _) -> errors.worthRetrying(error);
        };
    }
}
