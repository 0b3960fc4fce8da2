package dev.concord.store;

import dev.concord.catalog.Column;
import dev.concord.dialect.Dialect;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.BoundParameters;
import dev.concord.sql.RenderedStatement;
import dev.concord.sql.TableSql;
import dev.concord.sql.Transaction;
import dev.concord.sql.TransactionStatus;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import dev.concord.store.GuardedWrite.Try;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Inserts a new row and reads it back with the values that defaults, identities and triggers gave it. */
final class GuardedInsert {
    private final OpenTable open;
    private final TableSql sql;
    private final Row values;

    /** The values sent, for the case that COMMIT is in doubt. */
    private Row written = Row.EMPTY;

    private Value transactionNumber = Value.ofNull();
    private final CommittedRow committed;

    GuardedInsert(OpenTable open, Row values) {
        this.open = open;
        this.sql = open.sql();
        this.values = values;
        this.committed = new CommittedRow(open);
    }

    InsertOutcome run() {
        return switch (TransactionRetry.of(
                open.errors(), () -> open.transactions().write(this::attempt))) {
            case Ending.Done<InsertOutcome>(Outcome.Saved(Snapshot saved)) -> new Outcome.Saved(committed.of(saved));
            case Ending.Done<InsertOutcome>(InsertOutcome outcome) -> outcome;
            case Ending.Failed<InsertOutcome>(var error) -> open.errors().outcome(error, sql.keyOf(values), values);
            case Ending.CommitFailed<InsertOutcome>(var error, var server) ->
                open.errors()
                        .commitOutcome(error, sql.keyOf(values), values)
                        .<InsertOutcome>map(outcome -> outcome)
                        .orElseGet(() -> settled(open.errors().doubt(error, server)));
        };
    }

    private InsertOutcome settled(Doubt doubt) {
        DoubtSettlement settlement = new DoubtSettlement(open, doubt);
        return settlement.rolledBack(transactionNumber)
                ? settlement.notWritten()
                : settlement.ofInsert(values, written);
    }

    /** One try, inside a transaction. */
    Completion<InsertOutcome> attempt(Transaction transaction) throws SQLException {
        Optional<Outcome.TableChanged> changed = ShapeCheck.always(transaction, open);
        if (changed.isPresent()) {
            return Completion.rollBack(changed.get());
        }
        return switch (send(transaction)) {
            case Try.Written<RecordKey>(RecordKey key) -> readBack(transaction, key);
            case Try.Refused<RecordKey>(Outcome.Failure why) -> Completion.rollBack(why);
            case Try.Missed<RecordKey> _, Try.Refused<RecordKey> _ ->
                throw new IllegalStateException("An insert meets no row");
        };
    }

    private Completion<InsertOutcome> readBack(Transaction transaction, RecordKey key) throws SQLException {
        Optional<Snapshot> saved = committed.readBack(transaction, key);
        if (saved.isEmpty()) {
            return Completion.rollBack(new Outcome.Refused(Reason.SUPPRESSED, ""));
        }
        return Completion.commit(new Outcome.Saved(saved.get()));
    }

    /** Inserts the row, whose table's shape was checked, without reading it back; returns its key. */
    Try<RecordKey> send(Transaction transaction) throws SQLException {
        Optional<Row> row = VersionMove.apply(transaction, open, Value.ofNull(), values);
        if (row.isEmpty()) {
            return new Try.Refused<>(VersionMove.impossible(open, Value.ofNull()));
        }
        written = sql.dialect() == Dialect.MYSQL ? withKeyByDefault(transaction, row.get()) : row.get();
        return insert(transaction).<Try<RecordKey>>map(Try.Written::new).orElseGet(() -> Try.refused(withoutKey(), ""));
    }

    /** Returns the values that were sent, the version among them. */
    Row written() {
        return written;
    }

    /** Returns the number of the transaction, where the database has given it; otherwise NULL. */
    Value transactionNumber() {
        return transactionNumber;
    }

    /** MySQL does not report whether a trigger suppressed the row or made its key. */
    private Reason withoutKey() {
        return sql.dialect() == Dialect.MYSQL ? Reason.KEY_UNKNOWN : Reason.SUPPRESSED;
    }

    /** Returns the key the database gave the row; empty when a trigger suppressed the row, or made a key that is not reported. */
    private Optional<RecordKey> insert(Transaction transaction) throws SQLException {
        RenderedStatement insert = open.statements().insert(written);
        BoundParameters parameters = new BoundParameters();
        written.forEach((column, value) -> parameters.and(sql.column(column), value));
        if (sql.dialect() == Dialect.MYSQL) {
            OptionalLong made = transaction.insert(insert, parameters);
            Row whole = made.isPresent() ? withIdentity(made.getAsLong()) : written;
            return sql.keyColumns().stream().allMatch(whole::has) ? Optional.of(sql.keyOf(whole)) : Optional.empty();
        }
        Optional<Row> answer = transaction.rows(insert, parameters).first();
        transactionNumber =
                answer.map(row -> row.get(TransactionStatus.COLUMN.name())).orElse(Value.ofNull());
        return answer.map(sql::keyOf);
    }

    /** MySQL does not report the values of defaults, so those of the key are read before the insert. */
    private Row withKeyByDefault(Transaction transaction, Row row) throws SQLException {
        Row whole = row;
        for (String name : sql.keyColumns()) {
            Optional<RenderedStatement> made =
                    row.has(name) ? Optional.empty() : open.statements().defaultValue(sql.column(name));
            if (made.isPresent()) {
                Optional<Row> value =
                        transaction.rows(made.get(), new BoundParameters()).first();
                whole = whole.withAll(value.orElse(Row.EMPTY));
            }
        }
        return whole;
    }

    private Row withIdentity(long made) {
        return open.table().columns().stream()
                .filter(column -> column.generation() == Column.Generation.IDENTITY)
                .findFirst()
                .map(column -> written.with(column.name(), Value.of(made)))
                .orElse(written);
    }
}
