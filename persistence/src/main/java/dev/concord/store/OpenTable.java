package dev.concord.store;

import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.store.Outcome.Failure;
import dev.concord.version.LockingMode;
import dev.concord.version.TableGuard;
import java.util.Optional;

/**
 * One table, ready to be read and written.
 *
 * @param sql the table in jOOQ's terms
 * @param guard how its writes are checked
 * @param transactions where its statements run
 * @param faults what its errors mean
 */
record OpenTable(TableSql sql, TableGuard guard, Transactions transactions, Faults faults) {

    /** The token a write of this row must meet; empty where none is checked. */
    Optional<VersionToken> expected(Snapshot base) {
        return guard.mode() == LockingMode.IGNORED ? Optional.empty() : base.token();
    }

    /** Refuses a row without a token where the table's mode requires one. */
    Optional<Failure> tokenMissing(Snapshot base) {
        return guard.mode() == LockingMode.REQUIRED && base.token().isEmpty()
                ? Optional.of(new Outcome.Refused(Outcome.Refused.Reason.TOKEN_REQUIRED, ""))
                : Optional.empty();
    }

    RowReader reader() {
        return new RowReader(sql, guard);
    }
}
