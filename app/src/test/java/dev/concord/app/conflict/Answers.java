package dev.concord.app.conflict;

import dev.concord.app.conflict.deletion.DeletionModel;
import dev.concord.outcome.DeleteOutcome;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A database that answers inserts and deletes as the test says, and what it was told in the end. */
public final class Answers implements DeletionModel.Listener {
    public final Deque<InsertOutcome> inserts = new ArrayDeque<>();
    public final Deque<DeleteOutcome> deletes = new ArrayDeque<>();
    public final List<Draft> inserted = new ArrayList<>();
    public final List<Snapshot> deleted = new ArrayList<>();
    public Optional<Object> ended = Optional.empty();
    public String how = "";

    public InsertOutcome insert(Draft draft) {
        inserted.add(draft);
        return inserts.isEmpty()
                ? new Outcome.Saved(Customer.snapshot(Customer.OPENED.row().withAll(draft.row()), 20))
                : inserts.pop();
    }

    public DeleteOutcome delete(Snapshot row) {
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
    public void deleted(Snapshot row) {
        end("deleted", row.key());
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
