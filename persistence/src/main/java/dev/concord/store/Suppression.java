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
        return new Outcome.Refused(hidesRows(open) ? Reason.NOT_PERMITTED : Reason.SUPPRESSED, "");
    }

    /** Whether policies keep rows of the table from this user. */
    static boolean hidesRows(OpenTable open) {
        return open.sql().dialect() == Dialect.POSTGRESQL && rowSecurity(open);
    }

    private static boolean rowSecurity(OpenTable open) {
        String quoted = open.sql().quotedName();
        return open.transactions()
                .read(transaction -> Boolean.TRUE.equals(transaction
                        .dsl()
                        .select(DSL.field("row_security_active({0})", Boolean.class, DSL.val(quoted)))
                        .fetchSingle()
                        .value1()));
    }
}
