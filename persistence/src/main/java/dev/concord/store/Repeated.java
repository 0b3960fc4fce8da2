package dev.concord.store;

import dev.concord.store.Transactions.Ending;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Runs a transaction again that the database has surely undone: it was on the losing side of a deadlock or of a
 * serialization failure, at whichever statement, COMMIT among them.
 */
final class Repeated {
    /** After so many the last failure is reported. */
    private static final int MOST = 5;

    private Repeated() {}

    static <T> Ending<T> of(Faults faults, Supplier<Ending<T>> transaction) {
        Ending<T> ending = transaction.get();
        for (int tried = 1; tried < MOST && lost(ending, faults); tried++) {
            ending = transaction.get();
        }
        return ending;
    }

    private static <T> boolean lost(Ending<T> ending, Faults faults) {
        return switch (ending) {
            case Ending.Done<T> _ -> false;
            case Ending.Failed<T>(SQLException error) -> faults.worthRetrying(error);
            case Ending.CommitFailed<T>(SQLException error) -> faults.worthRetrying(error);
        };
    }
}
