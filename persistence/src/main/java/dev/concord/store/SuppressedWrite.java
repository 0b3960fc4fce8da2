package dev.concord.store;

import dev.concord.dialect.Dialect;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.sql.Transaction;
import java.sql.SQLException;

/**
 * Finds out why a write met no row although the row exists unchanged. A policy of PostgreSQL hides rows from writers without
 * an error; otherwise a trigger or rule has suppressed the write.
 */
final class SuppressedWrite {
    private SuppressedWrite() {}

    static Outcome.Refused of(Transaction transaction, OpenTable open) throws SQLException {
        return new Outcome.Refused(byPolicy(transaction, open) ? Reason.NOT_PERMITTED : Reason.SUPPRESSED, "");
    }

    /** Whether policies choose the rows this user may write. */
    static boolean byPolicy(Transaction transaction, OpenTable open) throws SQLException {
        return open.sql().dialect() == Dialect.POSTGRESQL
                && transaction.text(open.statements().rowSecurity().sql()).equals("t");
    }
}
