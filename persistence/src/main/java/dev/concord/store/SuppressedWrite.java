package dev.concord.store;

import dev.concord.database.Dialect;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.sql.Transaction;
import java.sql.SQLException;

/**
 * Why a write touched no row although the row is there unchanged. PostgreSQL hides rows from writers by policies
 * without an error; anything else is a trigger or rule.
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
