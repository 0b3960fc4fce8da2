package dev.concord.store;

import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.sql.Transaction;
import dev.concord.sql.Transactions;
import dev.concord.store.BatchRow.RowAttempt;
import dev.concord.store.JointWrites.Progress;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** Carries out all writes in one transaction, or none. */
final class AbortingBatch {
    private final List<BatchRow> rows;
    private final ObjIntConsumer<Entry> receiver;
    private final JointWrites joint;

    AbortingBatch(Transactions transactions, List<BatchRow> rows, ObjIntConsumer<Entry> receiver) {
        this.rows = rows;
        this.receiver = receiver;
        this.joint = new JointWrites(transactions, receiver);
    }

    void save() {
        WriteErrors errors = rows.getFirst().open().errors();
        boolean together = rows.stream().noneMatch(BatchRow::mustBeAlone);
        if (!together || !joint.concluded(errors, this::inChunks, _ -> false)) {
            joint.concluded(errors, this::oneByOne, this::failed);
        }
    }

    private boolean failed(SQLException error) {
        BatchRow row = rows.get(Math.min(joint.tried(), rows.size() - 1));
        receiver.accept(new NotSaved(row.failure(error)), row.index());
        return true;
    }

    private Progress inChunks(Transaction transaction) throws SQLException {
        for (BatchChunk chunk : BatchChunk.of(rows)) {
            Optional<List<RowAttempt>> ofChunk = chunk.attempt(transaction);
            if (ofChunk.isEmpty()) {
                return Progress.OTHERWISE;
            }
            ofChunk.get().forEach(joint::add);
            if (!ofChunk.get().stream().allMatch(RowAttempt::succeeded)) {
                return Progress.STOPPED;
            }
        }
        return Progress.TRIED;
    }

    private Progress oneByOne(Transaction transaction) throws SQLException {
        for (BatchRow row : rows) {
            if (!joint.add(row.attempt(transaction)).succeeded()) {
                return Progress.STOPPED;
            }
        }
        return Progress.TRIED;
    }
}
