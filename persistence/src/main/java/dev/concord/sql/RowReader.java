package dev.concord.sql;

import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.OpenTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads one whole row of a table with its token, locked or not. A key that names several rows reads one of them. */
public final class RowReader {
    private final OpenTable open;

    public RowReader(OpenTable open) {
        this.open = open;
    }

    /** How firmly a row is held until the transaction ends. */
    public enum Hold {
        /** No other writer may change it; rows that refer to it may still be inserted. */
        FOR_UPDATE,
        /** Nobody may change it or refer to it: for deleting it or changing its key. */
        FOR_DELETE
    }

    public Optional<Snapshot> read(Transaction transaction, RecordKey key) throws SQLException {
        RowCondition which = RowCondition.of(open.sql(), key);
        return read(transaction, open.statements().select(which), which);
    }

    /** Waits for other writers, then reads what they left. */
    public Optional<Snapshot> readLocked(Transaction transaction, RecordKey key, Hold hold) throws SQLException {
        return readLocked(transaction, RowCondition.of(open.sql(), key), hold);
    }

    /** The same of a row found otherwise than by its key. */
    public Optional<Snapshot> readLocked(Transaction transaction, RowCondition which, Hold hold) throws SQLException {
        return read(transaction, open.statements().selectLocked(which, hold), which);
    }

    private Optional<Snapshot> read(Transaction transaction, RenderedStatement select, RowCondition which)
            throws SQLException {
        Parameters parameters = new Parameters();
        which.bind(parameters);
        return transaction.rows(select, parameters).first().map(this::snapshot);
    }

    /** A row as read, hidden columns and all, becomes a snapshot of the table's own columns. */
    public Snapshot snapshot(Row read) {
        Row row = read;
        for (Column hidden : open.guard().hiddenColumns()) {
            row = row.without(hidden.name());
        }
        return new Snapshot(open.sql().keyOf(row), row, open.guard().token(read), Instant.now());
    }
}
