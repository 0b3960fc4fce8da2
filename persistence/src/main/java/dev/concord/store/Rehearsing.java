package dev.concord.store;

import dev.concord.database.Dialect;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.store.GuardedWrite.Result;
import dev.concord.store.GuardedWrite.Try;
import dev.concord.store.Outcome.Refused.Reason;
import dev.concord.store.Transactions.Ending;
import dev.concord.store.Transactions.Verdict;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Writes in a transaction that is rolled back whatever comes of it. */
final class Rehearsing {
    private final OpenTable open;

    Rehearsing(OpenTable open) {
        this.open = open;
    }

    Rehearsal ofUpdate(RecordKey key, Optional<VersionToken> expected, GuardedUpdate update) {
        if (!undoes()) {
            return cannotBeUndone();
        }
        GuardedWrite<Snapshot> write = new GuardedWrite<>(open, key, expected);
        return switch (write.rehearse(transaction -> {
            Try<Snapshot> attempt = update.attempt(transaction);
            if (attempt instanceof Try.Written<Snapshot>) {
                checkWhatWaitsForCommit(transaction);
            }
            return attempt;
        })) {
            case Result.Written<Snapshot>(Snapshot would) -> new Rehearsal.Fits(would.row());
            case Result.NotWritten<Snapshot>(Outcome.Unwritten why) -> new Rehearsal.Fails(why);
            case Result.InDoubt<Snapshot>(String detail) -> lost(detail);
        };
    }

    Rehearsal ofInsert(Row values) {
        if (!undoes()) {
            return cannotBeUndone();
        }
        Insertion insertion = new Insertion(open, values);
        Writing<Verdict<InsertOutcome>> attempt = transaction -> {
            InsertOutcome outcome = insertion.attempt(transaction).result();
            if (outcome instanceof Outcome.Saved) {
                checkWhatWaitsForCommit(transaction);
            }
            return Verdict.undo(outcome);
        };
        return switch (Repeated.of(open.faults(), () -> open.transactions().write(attempt))) {
            case Ending.Done<InsertOutcome>(Outcome.Saved(Snapshot would)) -> new Rehearsal.Fits(would.row());
            case Ending.Done<InsertOutcome>(Outcome.Failure why) -> new Rehearsal.Fails(why);
            case Ending.Failed<InsertOutcome>(SQLException error) ->
                new Rehearsal.Fails(open.faults().outcome(error, open.sql().keyOf(values)));
            case Ending.CommitFailed<InsertOutcome>(SQLException error) -> lost(String.valueOf(error.getMessage()));
        };
    }

    /** PostgreSQL can put constraints off until COMMIT, and there will be none. */
    private void checkWhatWaitsForCommit(Transaction transaction) throws SQLException {
        if (open.sql().dialect() == Dialect.POSTGRESQL) {
            transaction.execute("set constraints all immediate");
        }
    }

    /** MariaDB and MySQL have engines that keep what was written before a ROLLBACK. */
    private boolean undoes() {
        return switch (open.sql().dialect()) {
            case H2, POSTGRESQL, SQLITE -> true;
            case MARIADB, MYSQL ->
                open.transactions().read(transaction -> transaction
                        .dsl()
                        .fetchExists(DSL.table("information_schema.tables t"
                                        + " join information_schema.engines e on e.engine = t.engine")
                                .where(
                                        "t.table_schema = {0} and t.table_name = {1} and e.transactions = 'YES'",
                                        DSL.val(open.table().id().schema()),
                                        DSL.val(open.table().id().name()))));
        };
    }

    private static Rehearsal cannotBeUndone() {
        return new Rehearsal.Fails(new Outcome.Refused(Reason.NOT_UNDOABLE, ""));
    }

    /** No COMMIT was sent, so nothing can have been kept. */
    private static Rehearsal lost(String detail) {
        return new Rehearsal.Fails(new Outcome.Refused(Reason.CONNECTION_LOST, detail));
    }
}
