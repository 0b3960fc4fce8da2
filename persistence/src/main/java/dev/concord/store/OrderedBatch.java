package dev.concord.store;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.BatchOutcome.RolledBack;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.sql.Transaction;
import dev.concord.store.JointWrites.Progress;
import dev.concord.store.OpenTables.TableForWriting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Carries out steps in their order in one transaction, or none of them. For one run. */
final class OrderedBatch {
    private final OpenTables tables;
    private final List<WriteStep> steps;
    private final List<OpenTable> open = new ArrayList<>();
    private final List<Entry> entries;

    /** What the steps of the transaction that is under way came to. */
    private final List<Entry> done = new ArrayList<>();

    /** The row that is being written. */
    private Optional<BatchRow> current = Optional.empty();

    /** Why the step after those that are done must not be written; empty where the database said why, or nothing is wrong. */
    private Optional<Failure> refused = Optional.empty();

    OrderedBatch(OpenTables tables, List<WriteStep> steps) {
        this.tables = tables;
        this.steps = List.copyOf(steps);
        this.entries = new ArrayList<>(Collections.nCopies(steps.size(), new RolledBack()));
    }

    BatchOutcome run() {
        // During the transaction the catalog would need a second connection.
        for (int i = 0; i < steps.size(); i++) {
            switch (tables.forWriting(steps.get(i).table())) {
                case TableForWriting.Ready(OpenTable table) -> open.add(table);
                case TableForWriting.Unavailable(Failure why) -> {
                    return failedAt(i, why);
                }
            }
        }
        if (!steps.isEmpty()) {
            write();
        }
        return new BatchOutcome(entries);
    }

    private void write() {
        JointWrites joint = new JointWrites(tables.transactions(), (entry, index) -> entries.set(index, entry));
        joint.concluded(open.getFirst().errors(), transaction -> write(transaction, joint), this::failed);
        refused.ifPresent(why -> failedAt(done.size(), why));
        if (entries.stream().noneMatch(NotSaved.class::isInstance)) {
            unchanged();
        }
    }

    private boolean failed(SQLException error) {
        OpenTable table = open.get(done.size());
        RecordKey unknown = new RecordKey(table.table().id(), Row.EMPTY);
        failedAt(done.size(), current.map(row -> row.failure(error)).orElseGet(() -> table.errors()
                .outcome(error, unknown)));
        return true;
    }

    /** Steps that found nothing to write are done if the others are. */
    private void unchanged() {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof RolledBack) {
                entries.set(i, done.get(i));
            }
        }
    }

    private BatchOutcome failedAt(int index, Failure why) {
        entries.set(index, new NotSaved(why));
        return new BatchOutcome(entries);
    }

    private Progress write(Transaction transaction, JointWrites joint) throws SQLException {
        done.clear();
        refused = Optional.empty();
        for (int i = 0; i < steps.size(); i++) {
            current = Optional.empty();
            RowWrite write = steps.get(i).write().apply(List.copyOf(done));
            Writes checks = new Writes(open.get(i), tables.database().readOnly());
            refused = checks.failedPrecondition(write);
            if (refused.isPresent()) {
                return Progress.STOPPED;
            }
            current = row(i, write);
            if (current.isEmpty()) {
                done.add(new BatchOutcome.Saved(((RowWrite.Update) write).base()));
            } else if (joint.add(current.get().attempt(transaction)).result()
                    instanceof GuardedWrite.Try.Written<Entry>(Entry entry)) {
                done.add(entry);
            } else {
                return Progress.STOPPED;
            }
        }
        return joint.tried() > 0 ? Progress.TRIED : Progress.STOPPED;
    }

    /** Returns the row to be written; empty where there is nothing to write. */
    private Optional<BatchRow> row(int index, RowWrite write) {
        OpenTable table = open.get(index);
        return switch (write) {
            case RowWrite.Insert(Draft draft) ->
                Optional.of(new BatchInsert(index, table, table.writable(draft.changes())));
            case RowWrite.Update update -> {
                Snapshot base = update.base();
                Changes changes = Changes.of(table, base, update.draft());
                yield changes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BatchUpdate(index, table, base, changes, table.expected(base.token())));
            }
            case RowWrite.Delete(Snapshot row) ->
                Optional.of(new BatchDelete(index, table, row, table.expected(row.token())));
        };
    }
}
