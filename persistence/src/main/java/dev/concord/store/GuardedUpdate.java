package dev.concord.store;

import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
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
import java.util.Optional;

/**
 * Writes values to one row if it still has the expected token. With a version column that proves it, one UPDATE carries
 * the expected version in its WHERE. Otherwise the row is locked, read whole and compared before it is written; in PostgreSQL
 * that is needed only if the row has another writer than before, which one UPDATE finds out.
 */
final class GuardedUpdate {
    private final OpenTable open;
    private final RecordKey key;
    private final Row base;
    private final Changes changes;
    private final Optional<VersionToken> expected;

    /** The transaction that wrote the row as it was read. Once the row has another one, the token decides. */
    private Optional<Value> writer;

    /** The values the last try sent, for the case that its COMMIT is in doubt. */
    private Row written = Row.EMPTY;

    /** The server's process that was sent one statement as a whole transaction; empty where a pooler made a longer one of it. */
    private Optional<ServerProcess> process = Optional.empty();

    private final CommittedRow committed;

    /**
     * An update.
     *
     * @param base the row as known to the caller; only its key, or nothing of it, need be known
     * @param changes what to write, all of writable columns
     * @param writer the transaction that wrote the base, where it is known
     */
    GuardedUpdate(
            OpenTable open,
            RecordKey key,
            Row base,
            Changes changes,
            Optional<VersionToken> expected,
            Optional<Value> writer) {
        this.open = open;
        this.key = key;
        this.base = base;
        this.changes = changes;
        this.expected = expected;
        this.writer = writer.filter(_ -> expected.isPresent() && open.guard().writerKept());
        this.committed = new CommittedRow(open);
    }

    SaveOutcome run() {
        GuardedWrite<Snapshot> write = new GuardedWrite<>(open, key, expected, changes.given());
        return switch (write.run(() -> attempt(write))) {
            case Result.Written<Snapshot>(Snapshot saved) -> new Outcome.Saved(committed.of(saved));
            case Result.NotWritten<Snapshot>(Outcome.Unwritten why) -> why;
            case Result.InDoubt<Snapshot>(Doubt doubt) -> settled(settlement(doubt), written);
        };
    }

    /** Finds out whether the row was written, its COMMIT being in doubt. */
    SaveOutcome settled(DoubtSettlement settlement, Row sent) {
        return changes.added().isEmpty()
                ? settlement.ofUpdate(key, base, expected, changes, sent)
                : settlement.ofIncrement(key, expected, changes, sent);
    }

    private DoubtSettlement settlement(Doubt doubt) {
        boolean over = process.map(ServerProcess::ended).orElse(true);
        return new DoubtSettlement(open, doubt, over);
    }

    private Ending<Try<Snapshot>> attempt(GuardedWrite<Snapshot> write) {
        if (oneStatementIsEnough()) {
            Ending<Try<Snapshot>> ending = open.transactions().writeAtOnce(this::attemptAtOnce);
            boolean another =
                    switch (ending) {
                        case Ending.Done<Try<Snapshot>>(Try<Snapshot> result) ->
                            writer.isPresent() && result instanceof Try.Missed<Snapshot>;
                        case Ending.Failed<Try<Snapshot>>(SQLException error) -> open.needsMoreThanOneStatement(error);
                        case Ending.CommitFailed<Try<Snapshot>> _ -> false;
                    };
            if (!another) {
                return ending;
            }
            writer = Optional.empty();
        }
        process = Optional.empty();
        return write.inTransaction(this::attempt);
    }

    /** PostgreSQL checks the row and the table's shape, writes and returns the row in one round trip. */
    private boolean oneStatementIsEnough() {
        return open.oneStatementMayDo()
                && (writer.isPresent() || version().isPresent())
                && changes.added().isEmpty()
                && !open.mayPassOn(changes.values())
                && VersionMove.knownBeforehand(open, changes.values());
    }

    private Try<Snapshot> attemptAtOnce(Transaction transaction) throws SQLException {
        process = ServerProcess.of(open.transactions(), transaction);
        Optional<Equality> unwritten = writer.map(one -> new Equality(RowWriter.COLUMN, one));
        Value before = unwritten.isPresent()
                ? open.guard().versionOf(base)
                : version().orElseThrow().value();
        RowCondition which = RowCondition.of(open.sql(), key, unwritten.or(this::version));
        return update(
                transaction,
                before,
                which,
                parameters -> returned(
                        transaction.rows(open.access().atOnce().update(written, which), parameters),
                        row -> written(open.reader().settled(row), before)));
    }

    /** The version column and value that prove the row unchanged without reading it first. */
    private Optional<Equality> version() {
        return expected.orElse(null) instanceof VersionToken.OfColumn(Value version)
                ? open.guard().provingColumn().map(VersionStep::column).map(column -> new Equality(column, version))
                : Optional.empty();
    }

    /** One try, inside a transaction. */
    Try<Snapshot> attempt(Transaction transaction) throws SQLException {
        Optional<Outcome.TableChanged> changed = ShapeCheck.ifNeeded(transaction, open);
        if (changed.isPresent()) {
            return new Try.Refused<>(changed.get());
        }
        Optional<Equality> proof = version();
        // The number to add to must be read first: in SQL the sum of NULL and a number is NULL, without an error.
        if (proof.isPresent() && changes.added().isEmpty()) {
            return update(transaction, proof.get().value(), RowCondition.of(open.sql(), key, proof));
        }
        Optional<Snapshot> present = open.reader().readLocked(transaction, key, lock());
        if (present.isEmpty()
                || (expected.isPresent() && !expected.equals(present.get().token()))) {
            return new Try.Missed<>();
        }
        return ofHeld(transaction, present.get().row());
    }

    /** Writes to a row that the transaction has locked. */
    Try<Snapshot> ofHeld(Transaction transaction, Row present) throws SQLException {
        Optional<Outcome.Rejected> rejection = changes.rejection(present);
        if (rejection.isPresent()) {
            return new Try.Refused<>(rejection.get());
        }
        return update(transaction, open.guard().versionOf(present), RowCondition.of(open.sql(), key));
    }

    /** Returns the values the caller wants to write. */
    Row given() {
        return changes.given();
    }

    /** Returns the values that were set, the version among them. */
    Row written() {
        return written;
    }

    /** Sends an update and finds out what it has made of the row. */
    private interface Sending {
        Try<Snapshot> by(BoundParameters parameters) throws SQLException;
    }

    private Try<Snapshot> update(Transaction transaction, Value version, RowCondition which, Sending sending)
            throws SQLException {
        Optional<Row> values = VersionMove.apply(transaction, open, version, changes.values());
        if (values.isEmpty()) {
            return new Try.Refused<>(VersionMove.impossible(open, version));
        }
        written = values.get();
        return sending.by(BoundParameters.ofUpdate(open.sql(), written, changes.added(), which));
    }

    private Try<Snapshot> update(Transaction transaction, Value version, RowCondition which) throws SQLException {
        return update(
                transaction,
                version,
                which,
                parameters -> open.returnsRows(transaction)
                        ? returning(transaction, version, which, parameters)
                        : readingBack(transaction, version, which, parameters));
    }

    /** The row that H2 returns is the row as it stays, unless a trigger or a reference changes it afterwards. */
    private Try<Snapshot> returning(
            Transaction transaction, Value before, RowCondition which, BoundParameters parameters) throws SQLException {
        Transaction.Answer answer =
                transaction.rows(open.statements().updateReturning(written, changes.added(), which), parameters);
        boolean stays = !open.mayPassOn(written)
                && transaction.leavesReturnedRows(open.table().id());
        return returned(
                answer, row -> stays ? written(open.reader().settled(row), before) : readBack(transaction, before));
    }

    private Try<Snapshot> readingBack(
            Transaction transaction, Value before, RowCondition which, BoundParameters parameters) throws SQLException {
        int rows = transaction.write(open.statements().update(written, changes.added(), which), parameters);
        if (rows > 1) {
            return Try.refused(Reason.NOT_UNIQUE, "");
        }
        return rows == 0 ? new Try.Missed<>() : readBack(transaction, before);
    }

    /** What follows once one row was returned. */
    private interface Returned {
        Try<Snapshot> row(Row row) throws SQLException;
    }

    private static Try<Snapshot> returned(Transaction.Answer answer, Returned one) throws SQLException {
        return switch (answer.rows().size()) {
            case 0 -> new Try.Missed<>();
            case 1 -> one.row(answer.rows().getFirst());
            default -> Try.refused(Reason.NOT_UNIQUE, "");
        };
    }

    private Try<Snapshot> readBack(Transaction transaction, Value before) throws SQLException {
        RecordKey now = open.sql().keyOf(key.columns().withAll(written));
        Optional<Snapshot> saved = committed.readBack(transaction, now);
        if (saved.isEmpty()) {
            return Try.refused(Reason.SUPPRESSED, "The row is not there after writing it.");
        }
        return written(saved.get(), before);
    }

    private Try<Snapshot> written(Snapshot saved, Value before) {
        return VersionMove.stoodStill(open, before, saved.row(), written)
                ? Try.refused(Reason.VERSION_STOOD_STILL, before.text())
                : new Try.Written<>(saved);
    }

    private RowLock lock() {
        return open.moves(changes.values()) ? RowLock.FOR_DELETE : RowLock.FOR_UPDATE;
    }
}
