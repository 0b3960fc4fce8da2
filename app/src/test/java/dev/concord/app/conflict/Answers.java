package dev.concord.app.conflict;

import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.DeleteOutcome;
import dev.concord.store.InsertOutcome;
import dev.concord.store.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A database that answers inserts and deletes as the test says, and what it was told in the end. */
final class Answers implements DeletionModel.Listener {
    final Deque<InsertOutcome> inserts = new ArrayDeque<>();
    final Deque<DeleteOutcome> deletes = new ArrayDeque<>();
    final List<Draft> inserted = new ArrayList<>();
    final List<Snapshot> deleted = new ArrayList<>();
    Optional<Object> ended = Optional.empty();
    String how = "";

    InsertOutcome insert(Draft draft) {
        inserted.add(draft);
        return inserts.isEmpty()
                ? new Outcome.Saved(Customer.snapshot(Customer.OPENED.row().withAll(draft.row()), 20))
                : inserts.pop();
    }

    DeleteOutcome delete(Snapshot row) {
        deleted.add(row);
        return deletes.isEmpty() ? new Outcome.Deleted(row.key()) : deletes.pop();
    }

    @Override
    public void leftDeleted(Draft kept) {
        end("left deleted", kept);
    }

    @Override
    public void inserted(Snapshot saved) {
        end("inserted", saved);
    }

    @Override
    public void copied(Draft newRow) {
        end("copied", newRow);
    }

    @Override
    public void deleted(RecordKey key) {
        end("deleted", key);
    }

    @Override
    public void keptRow(Snapshot theirs) {
        end("kept", theirs);
    }

    @Override
    public void closed(RecordKey key) {
        end("closed", key);
    }

    private void end(String way, Object what) {
        how = way;
        ended = Optional.of(what);
    }
}
