package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.ColumnNames;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.version.TableGuard;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads one whole row of a table with its token, locked or not. Where a key names several rows, one of them is read.
 * Immutable; safe to share between threads.
 */
public final class RowReader {
    private final TableSql sql;
    private final Statements statements;
    private final TableGuard guard;
    private final ColumnNames own;

    RowReader(TableSql sql, Statements statements, TableGuard guard) {
        this.sql = sql;
        this.statements = statements;
        this.guard = guard;
        this.own =
                ColumnNames.of(sql.table().columns().stream().map(Column::name).toList());
    }

    /** Reads a row without locking it, in a transaction that may have written it. */
    public Optional<Snapshot> read(Transaction transaction, RecordKey key) throws SQLException {
        RowCondition which = RowCondition.of(sql, key);
        return read(transaction, statements.select(which), which);
    }

    /** Reads a row without locking it, in a transaction that writes nothing: the snapshot knows its writer. */
    public Optional<Snapshot> readCommitted(Transaction transaction, RecordKey key) throws SQLException {
        if (!sql.mayHave(key)) {
            return Optional.empty();
        }
        RowCondition which = RowCondition.of(sql, key);
        return transaction
                .rows(statements.select(which), BoundParameters.of(which))
                .first()
                .map(this::settled);
    }

    /** Waits for other writers of the row, then locks and reads it. */
    public Optional<Snapshot> readLocked(Transaction transaction, RecordKey key, RowLock lock) throws SQLException {
        return readLocked(transaction, RowCondition.of(sql, key), lock);
    }

    /** Waits for other writers, then locks and reads a row that is found by any condition. */
    public Optional<Snapshot> readLocked(Transaction transaction, RowCondition which, RowLock lock)
            throws SQLException {
        return read(transaction, statements.selectLocked(which, lock), which);
    }

    private Optional<Snapshot> read(Transaction transaction, RenderedStatement select, RowCondition which)
            throws SQLException {
        return transaction.rows(select, BoundParameters.of(which)).first().map(this::snapshot);
    }

    /**
     * Makes a snapshot of a row as read, in a transaction that may write it again. Its writer is left out: both writes would have
     * the same one.
     */
    public Snapshot snapshot(Row read) {
        return snapshot(read, Optional.empty());
    }

    /** Makes a snapshot of a row as read, when the transaction that wrote it cannot write it again. */
    public Snapshot settled(Row read) {
        return snapshot(
                read, guard.writerKept() ? Optional.of(read.at(own.list().size())) : Optional.empty());
    }

    private Snapshot snapshot(Row read, Optional<Value> writer) {
        Row row = guard.writerKept() ? read.first(own) : read;
        return new Snapshot(sql.keyOf(row), row, guard.token(row), Instant.now(), writer);
    }
}
