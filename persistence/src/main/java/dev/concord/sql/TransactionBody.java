package dev.concord.sql;

import java.sql.SQLException;

/** Work of one transaction. */
@FunctionalInterface
public interface TransactionBody<T> {
    T run(Transaction transaction) throws SQLException;
}
