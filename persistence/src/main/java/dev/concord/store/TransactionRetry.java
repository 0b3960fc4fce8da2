package dev.concord.store;

import dev.concord.sql.Transactions.Ending;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Runs a transaction again that the database has surely undone: it was on the losing side of a deadlock or of a
 * serialization failure, at whichever statement, COMMIT among them. There is a pause before each try, in which the winner
 * ends what it is doing: without it, ours may take the same lock again before the winner has woken up, and lose once more.
 * A thread that is told to stop meanwhile is told of the last failure.
 */
final class TransactionRetry {
    /** How often, and with what pauses; after the last try its failure is reported. */
    private static final Retry RETRY = Retry.STANDARD;

    private TransactionRetry() {}

    static <T> Ending<T> of(WriteErrors errors, Supplier<Ending<T>> transaction) {
        Ending<T> ending = transaction.get();
        for (int tried = 1; tried < RETRY.tries() && lost(ending, errors) && RETRY.paused(tried); tried++) {
            ending = transaction.get();
        }
        return ending;
    }

    private static <T> boolean lost(Ending<T> ending, WriteErrors errors) {
        return switch (ending) {
            case Ending.Done<T> _ -> false;
            case Ending.Failed<T>(SQLException error) -> errors.worthRetrying(error);
            case Ending.CommitFailed<T>(SQLException error) -> errors.worthRetrying(error);
        };
    }
}
