package dev.concord.sql;

/** How a row is locked until the transaction ends. */
public enum RowLock {
    /** No other transaction can change the row; rows that refer to it can still be inserted. */
    FOR_UPDATE,
    /** No other transaction can change the row or refer to it: for deleting it or changing its key. */
    FOR_DELETE
}
