package dev.concord.store;

import dev.concord.catalog.CatalogFault;
import dev.concord.database.ServerIdentity;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.StoreFault;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.VersionToken;
import dev.concord.sql.Transaction;
import dev.concord.sql.TransactionBody;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import dev.concord.store.GuardedWrite.Result;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.Optional;

/** Writes in a transaction that is always rolled back, unless that would leave something behind. */
final class DryRun {
    private final OpenTable open;

    DryRun(OpenTable open) {
        this.open = open;
    }

    DryRunOutcome ofUpdate(RecordKey key, Optional<VersionToken> expected, GuardedUpdate update) {
        return lasting("UPDATE", key).orElseGet(() -> tried(key, expected, update));
    }

    DryRunOutcome ofInsert(Row values) {
        return lasting("INSERT", open.sql().keyOf(values)).orElseGet(() -> tried(values));
    }

    /** What cannot be undone is not tried. */
    private Optional<DryRunOutcome> lasting(String event, RecordKey key) {
        try {
            return open.lastingEffect(event).map(DryRunOutcome.NotTried::new);
        } catch (CatalogFault fault) {
            return Optional.of(
                    new DryRunOutcome.Fails(WriteErrors.ofReading(new StoreFault(fault), key, open.transactions())));
        }
    }

    private DryRunOutcome tried(RecordKey key, Optional<VersionToken> expected, GuardedUpdate update) {
        GuardedWrite<Snapshot> write = new GuardedWrite<>(open, key, expected, update.given());
        return switch (write.dryRun(transaction -> {
            Try<Snapshot> attempt = update.attempt(transaction);
            if (attempt instanceof Try.Written<Snapshot>) {
                checkDeferredConstraints(transaction);
            }
            return attempt;
        })) {
            case Result.Written<Snapshot>(Snapshot would) -> new DryRunOutcome.Fits(would.row());
            case Result.NotWritten<Snapshot>(Outcome.Unwritten why) -> new DryRunOutcome.Fails(why);
            case Result.InDoubt<Snapshot>(Doubt doubt) -> lost(doubt.detail());
        };
    }

    private DryRunOutcome tried(Row values) {
        GuardedInsert insertion = new GuardedInsert(open, values);
        TransactionBody<Completion<InsertOutcome>> attempt = transaction -> {
            InsertOutcome outcome = insertion.attempt(transaction).result();
            if (outcome instanceof Outcome.Saved) {
                checkDeferredConstraints(transaction);
            }
            return Completion.rollBack(outcome);
        };
        return switch (TransactionRetry.of(
                open.errors(), () -> open.transactions().write(attempt))) {
            case Ending.Done<InsertOutcome>(Outcome.Saved(Snapshot would)) -> new DryRunOutcome.Fits(would.row());
            case Ending.Done<InsertOutcome>(Outcome.Failure why) -> new DryRunOutcome.Fails(why);
            case Ending.Failed<InsertOutcome>(SQLException error) ->
                new DryRunOutcome.Fails(open.errors().outcome(error, open.sql().keyOf(values), values));
            case Ending.CommitFailed<InsertOutcome>(SQLException error, ServerIdentity _) ->
                lost(String.valueOf(error.getMessage()));
        };
    }

    /** PostgreSQL can defer constraints until COMMIT, and there is no COMMIT here. */
    private void checkDeferredConstraints(Transaction transaction) throws SQLException {
        if (open.sql().dialect() == Dialect.POSTGRESQL) {
            transaction.execute("set constraints all immediate");
        }
    }

    /** No COMMIT was sent, so nothing was written. */
    private static DryRunOutcome lost(String detail) {
        return new DryRunOutcome.Fails(new Outcome.Refused(Reason.CONNECTION_LOST, detail));
    }
}
