package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
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

    RowReader(TableSql sql, Statements statements, TableGuard guard) {
        this.sql = sql;
        this.statements = statements;
        this.guard = guard;
    }

    /** Reads a row without locking it. */
    public Optional<Snapshot> read(Transaction transaction, RecordKey key) throws SQLException {
        RowCondition which = RowCondition.of(sql, key);
        return read(transaction, statements.select(which), which);
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
        return transaction.rows(select, Parameters.of(which)).first().map(this::snapshot);
    }

    /** Makes a snapshot of the table's own columns from a row as read, which may have hidden columns as well. */
    public Snapshot snapshot(Row read) {
        Row row = read;
        for (Column hidden : guard.hiddenColumns()) {
            row = row.without(hidden.name());
        }
        return new Snapshot(sql.keyOf(row), row, guard.token(read), Instant.now());
    }
}
