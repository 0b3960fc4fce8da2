package dev.concord.store;

import dev.concord.outcome.StoreFault;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.Transaction;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A row as COMMIT has left it. PostgreSQL's deferred triggers run during COMMIT, after the row was read back, and may change it once more.
 * Where the database has any, the row is read again: if it still has the writer that it had before COMMIT, all of
 * it is this transaction's; otherwise a colleague may have written it since, and what was read before COMMIT is kept. The next
 * write is stale then, and nothing is overwritten unseen.
 */
final class CommittedRow {
    private final OpenTable open;

    /** The transaction that wrote the row, as it was read back in it; empty where that does not matter. */
    private Optional<Value> writer = Optional.empty();

    CommittedRow(OpenTable open) {
        this.open = open;
    }

    /** Reads the row back in the transaction that has written it; empty where it is not there. */
    Optional<Snapshot> readBack(Transaction transaction, RecordKey key) throws SQLException {
        if (!open.changedAtCommit()) {
            return open.reader().read(transaction, key);
        }
        Optional<Snapshot> found = open.reader().readCommitted(transaction, key);
        writer = found.flatMap(Snapshot::writer);
        return found.map(Snapshot::withoutWriter);
    }

    /** Returns the row after COMMIT; to be called outside of the transaction. */
    Snapshot of(Snapshot written) {
        if (writer.isEmpty()) {
            return written;
        }
        try {
            return open.transactions()
                    .read(transaction -> open.reader().readCommitted(transaction, written.key()))
                    .filter(now -> now.writer().equals(writer))
                    .orElse(written);
        } catch (StoreFault unreadable) {
            // It is written all the same.
            return written;
        }
    }
}
