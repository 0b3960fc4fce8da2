package dev.concord.store;

import dev.concord.database.Dialect;
import dev.concord.store.Outcome.Refused.Reason;
import org.jooq.impl.DSL;

/**
 * Why a write touched no row although the row is there unchanged. PostgreSQL hides rows from writers by policies
 * without an error; anything else is a trigger or rule.
 */
final class Suppression {
    private Suppression() {}

    static Outcome.Refused of(OpenTable open) {
        return open.transactions().read(transaction -> of(transaction, open));
    }

    /** Whether policies keep rows of the table from this user. */
    static boolean hidesRows(OpenTable open) {
        return open.transactions().read(transaction -> byPolicy(transaction, open));
    }

    static Outcome.Refused of(Transaction transaction, OpenTable open) {
        return new Outcome.Refused(byPolicy(transaction, open) ? Reason.NOT_PERMITTED : Reason.SUPPRESSED, "");
    }

    /** Whether policies choose the rows this user may write. */
    static boolean byPolicy(Transaction transaction, OpenTable open) {
        return open.sql().dialect() == Dialect.POSTGRESQL
                && Boolean.TRUE.equals(transaction
                        .dsl()
                        .select(DSL.field(
                                "row_security_active({0})",
                                Boolean.class, DSL.val(open.sql().quotedName())))
                        .fetchSingle()
                        .value1());
    }
}
