package dev.concord.store;

import java.sql.SQLException;

/** Work of one transaction. */
@FunctionalInterface
interface Writing<T> {
    T run(Transaction transaction) throws SQLException;
}
