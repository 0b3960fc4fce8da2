package dev.concord.sql;

import java.sql.SQLException;

/**
 * The statements of one transaction.
 *
 * @param <T> what they return
 */
@FunctionalInterface
public interface TransactionBody<T> {
    T run(Transaction transaction) throws SQLException;
}
