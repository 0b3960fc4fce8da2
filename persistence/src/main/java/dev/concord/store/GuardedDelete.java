package dev.concord.store;

import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.Violation;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.BoundParameters;
import dev.concord.sql.RowCondition;
import dev.concord.sql.RowCondition.Equality;
import dev.concord.sql.RowLock;
import dev.concord.sql.ServerProcess;
import dev.concord.sql.Transaction;
import dev.concord.sql.Transactions.Ending;
import dev.concord.store.GuardedWrite.Result;
import dev.concord.store.GuardedWrite.Try;
import dev.concord.version.RowWriter;
import dev.concord.version.VersionStep;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Deletes a row if it is still as it was read; guarded exactly as an update is. */
final class GuardedDelete {
    private final OpenTable open;
    private final RecordKey key;
    private final Optional<VersionToken> expected;

    /** The transaction that wrote the row as it was read. Once the row has another one, the token decides. */
    private Optional<Value> writer;

    /** The server's process that was sent one statement as a whole transaction. */
    private Optional<ServerProcess> process = Optional.empty();

    /**
     * A delete.
     *
     * @param writer the transaction that wrote the row as it was read, where it is known
     */
    GuardedDelete(OpenTable open, RecordKey key, Optional<VersionToken> expected, Optional<Value> writer) {
        this.open = open;
        this.key = key;
        this.expected = expected;
        this.writer = writer.filter(_ -> expected.isPresent() && open.guard().writerKept());
    }

    DeleteOutcome run() {
        GuardedWrite<RecordKey> write = new GuardedWrite<>(open, key, expected, Row.EMPTY);
        return switch (write.run(() -> attempt(write))) {
            case Result.Written<RecordKey>(RecordKey deleted) -> new Outcome.Deleted(deleted);
            case Result.NotWritten<RecordKey>(Outcome.Failure failure) -> asOfDeleting(failure);
            case Result.NotWritten<RecordKey>(Outcome.Unwritten why) -> why;
            case Result.InDoubt<RecordKey>(Doubt doubt) -> settlement(doubt).ofDelete(key, expected);
        };
    }

    /** Returns what an error of the database means for a deletion. */
    static Outcome.Failure asOfDeleting(Outcome.Failure failure) {
        return failure instanceof Outcome.Rejected(List<Violation> violations)
                ? new Outcome.Rejected(
                        violations.stream().map(GuardedDelete::asOfDeleting).toList())
                : failure;
    }

    /** SQLite has one error for both directions of a reference; deleting a row can break only one of them. */
    private static Violation asOfDeleting(Violation violation) {
        return violation.kind() == Violation.Kind.FOREIGN_KEY
                ? new Violation(Violation.Kind.STILL_REFERENCED, List.of(), violation.constraint(), violation.detail())
                : violation;
    }

    private DoubtSettlement settlement(Doubt doubt) {
        return new DoubtSettlement(
                open, doubt, process.map(ServerProcess::ended).orElse(true));
    }

    private Ending<Try<RecordKey>> attempt(GuardedWrite<RecordKey> write) {
        if (writer.isPresent() && open.oneStatementMayDo()) {
            Ending<Try<RecordKey>> ending = open.transactions().writeAtOnce(this::attemptAtOnce);
            boolean another =
                    switch (ending) {
                        case Ending.Done<Try<RecordKey>>(Try<RecordKey> result) ->
                            result instanceof Try.Missed<RecordKey>;
                        case Ending.Failed<Try<RecordKey>>(SQLException error) -> open.needsMoreThanOneStatement(error);
                        case Ending.CommitFailed<Try<RecordKey>> _ -> false;
                    };
            if (!another) {
                return ending;
            }
        }
        writer = Optional.empty();
        process = Optional.empty();
        return write.inTransaction(this::attempt);
    }

    /** PostgreSQL checks the row and the table's shape and deletes in one round trip. */
    private Try<RecordKey> attemptAtOnce(Transaction transaction) throws SQLException {
        process = ServerProcess.of(open.transactions(), transaction);
        Optional<Equality> unwritten = writer.map(one -> new Equality(RowWriter.COLUMN, one));
        RowCondition which = RowCondition.of(open.sql(), key, unwritten);
        List<Row> deleted = transaction
                .rows(open.access().atOnce().delete(which), BoundParameters.of(which))
                .rows();
        return result(deleted.size());
    }

    /** One try, inside a transaction. */
    Try<RecordKey> attempt(Transaction transaction) throws SQLException {
        Optional<Outcome.TableChanged> changed = ShapeCheck.ifNeeded(transaction, open);
        if (changed.isPresent()) {
            return new Try.Refused<>(changed.get());
        }
        Optional<VersionStep> proof = open.guard().provingColumn();
        if (proof.isPresent() && expected.orElse(null) instanceof VersionToken.OfColumn(Value version)) {
            Equality unchanged = new Equality(proof.get().column(), version);
            return delete(transaction, RowCondition.of(open.sql(), key, Optional.of(unchanged)));
        }
        Optional<Snapshot> present = open.reader().readLocked(transaction, key, RowLock.FOR_DELETE);
        if (present.isEmpty()
                || (expected.isPresent() && !expected.equals(present.get().token()))) {
            return new Try.Missed<>();
        }
        return delete(transaction, RowCondition.of(open.sql(), key));
    }

    /** Deletes a row that the transaction has locked. */
    Try<RecordKey> ofHeld(Transaction transaction) throws SQLException {
        return delete(transaction, RowCondition.of(open.sql(), key));
    }

    private Try<RecordKey> result(int rows) {
        if (rows > 1) {
            return Try.refused(Reason.NOT_UNIQUE, "");
        }
        return rows == 0 ? new Try.Missed<>() : new Try.Written<>(key);
    }

    private Try<RecordKey> delete(Transaction transaction, RowCondition which) throws SQLException {
        return result(transaction.write(open.statements().delete(which), BoundParameters.of(which)));
    }
}
