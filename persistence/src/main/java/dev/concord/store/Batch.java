package dev.concord.store;

import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.BatchOutcome.RolledBack;
import dev.concord.outcome.Outcome.Failure;
import dev.concord.outcome.Outcome.TableChanged;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.WriteOrder;
import dev.concord.store.OpenTables.TableForWriting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Carries out many writes: first checks what can be known without the database, then writes the rest as the policy says. */
final class Batch {
    private final OpenTables tables;
    private final List<RowWrite> writes;
    private final List<Entry> entries;
    private final List<BatchRow> rows = new ArrayList<>();

    /** Each table is looked up once: a table that cannot be read is not waited for again. */
    private final Map<TableId, TableForWriting> known = new HashMap<>();

    /** The places of drafts without changes; when all is rolled back they must not be reported as saved. */
    private final List<Integer> unchanged = new ArrayList<>();

    Batch(OpenTables tables, List<RowWrite> writes) {
        this.tables = tables;
        this.writes = List.copyOf(writes);
        this.entries = new ArrayList<>(Collections.nCopies(writes.size(), new RolledBack()));
    }

    BatchOutcome run(BatchPolicy policy) {
        Set<RecordKey> seen = HashSet.newHashSet(writes.size());
        for (int i = 0; i < writes.size(); i++) {
            RowWrite write = writes.get(i);
            if (!key(write).map(seen::add).orElse(true)) {
                throw new IllegalArgumentException("Two writes of one row");
            }
            switch (known.computeIfAbsent(write.table(), tables::forWriting)) {
                case TableForWriting.Ready(OpenTable open) -> prepare(i, open, write);
                case TableForWriting.Unavailable(Failure why) -> receive(new NotSaved(why), i);
            }
        }
        List<BatchRow> ordered = ordered(policy);
        switch (policy) {
            case SKIP_AND_REPORT -> new SkippingBatch(this::receive).save(ordered);
            case ABORT_ALL -> {
                if (!anyNotSaved() && !ordered.isEmpty()) {
                    new AbortingBatch(tables.transactions(), ordered, this::receive).save();
                }
                if (anyNotSaved()) {
                    unchanged.forEach(index -> entries.set(index, new RolledBack()));
                }
            }
        }
        return new BatchOutcome(entries);
    }

    private List<BatchRow> ordered(BatchPolicy policy) {
        Map<TableId, Table> opened = new HashMap<>();
        rows.forEach(row -> opened.put(row.key().table(), row.open().table()));
        List<RowWrite> prepared =
                rows.stream().map(row -> writes.get(row.index())).toList();
        Stream<BatchRow> ordered = WriteOrder.of(prepared, id -> Objects.requireNonNull(opened.get(id))).stream()
                .map(rows::get);
        // Rows that must be alone would cut the others into smaller chunks; in one transaction no row is in a chunk
        // then.
        boolean aloneLast =
                policy == BatchPolicy.SKIP_AND_REPORT && rows.stream().allMatch(BatchUpdate.class::isInstance);
        return (aloneLast ? ordered.sorted(Comparator.comparing(BatchRow::mustBeAlone)) : ordered).toList();
    }

    /** The key of an existing row; empty for a new one. */
    private static Optional<RecordKey> key(RowWrite write) {
        return switch (write) {
            case RowWrite.Insert _ -> Optional.empty();
            case RowWrite.Update update -> Optional.of(update.base().key());
            case RowWrite.Delete(Snapshot row) -> Optional.of(row.key());
        };
    }

    private void prepare(int index, OpenTable open, RowWrite write) {
        Writes checks = new Writes(open, tables.database().readOnly());
        Optional<Failure> failed = checks.failedPrecondition(write);
        if (failed.isPresent()) {
            receive(new NotSaved(failed.get()), index);
            return;
        }
        switch (write) {
            case RowWrite.Insert(Draft draft) -> rows.add(new BatchInsert(index, open, open.writable(draft.changes())));
            case RowWrite.Update update -> update(index, open, update.base(), update.draft());
            case RowWrite.Delete(Snapshot row) ->
                rows.add(new BatchDelete(index, open, row, open.expected(row.token())));
        }
    }

    private void update(int index, OpenTable open, Snapshot base, Draft draft) {
        Changes changes = Changes.of(open, base, draft);
        if (changes.isEmpty()) {
            entries.set(index, new BatchOutcome.Saved(base));
            unchanged.add(index);
        } else {
            rows.add(new BatchUpdate(index, open, base, changes, open.expected(base.token())));
        }
    }

    private void receive(Entry outcome, int index) {
        entries.set(index, outcome);
        if (outcome instanceof NotSaved(TableChanged _)) {
            tables.catalog().forget(writes.get(index).table());
        }
    }

    private boolean anyNotSaved() {
        return entries.stream().anyMatch(NotSaved.class::isInstance);
    }
}
