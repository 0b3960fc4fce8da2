package dev.concord.store;

import dev.concord.catalog.TableId;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.BatchOutcome.RolledBack;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.TableChanged;
import dev.concord.outcome.Outcome.Unwritten;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import dev.concord.store.OpenTables.TableForWriting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Saves many drafts: first checks what can be known without the database, then writes the rest as the policy says. */
final class Batch {
    private final OpenTables tables;
    private final List<Draft> drafts;
    private final List<Entry> entries;
    private final List<BatchRow> rows = new ArrayList<>();

    /** Each table is looked up once: a table that cannot be read is not waited for again. */
    private final Map<TableId, TableForWriting> known = new HashMap<>();

    /** The places of drafts without changes; when all is rolled back they must not be reported as saved. */
    private final List<Integer> unchanged = new ArrayList<>();

    Batch(OpenTables tables, List<Draft> drafts) {
        this.tables = tables;
        this.drafts = List.copyOf(drafts);
        this.entries = new ArrayList<>(Collections.nCopies(drafts.size(), new RolledBack()));
    }

    BatchOutcome save(BatchPolicy policy) {
        Set<RecordKey> seen = HashSet.newHashSet(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Snapshot base =
                    draft.base().orElseThrow(() -> new IllegalArgumentException("A draft without a base is new"));
            if (!seen.add(base.key())) {
                throw new IllegalArgumentException("Two drafts of one row");
            }
            prepare(i, base, draft);
        }
        rows.sort(BatchRow.IN_KEY_ORDER);
        switch (policy) {
            case SKIP_AND_REPORT -> new SkippingBatch(this::receive).save(rows);
            case ABORT_ALL -> {
                if (!anyNotSaved() && !rows.isEmpty()) {
                    new AbortingBatch(tables.transactions(), rows, this::receive).save();
                }
                if (anyNotSaved()) {
                    unchanged.forEach(index -> entries.set(index, new RolledBack()));
                }
            }
        }
        return new BatchOutcome(entries);
    }

    private void prepare(int index, Snapshot base, Draft draft) {
        switch (known.computeIfAbsent(base.key().table(), tables::forWriting)) {
            case TableForWriting.Ready(OpenTable open) -> prepare(index, open, base, draft);
            case TableForWriting.Unavailable(Outcome.Failure why) -> receive(index, why);
        }
    }

    private void prepare(int index, OpenTable open, Snapshot base, Draft draft) {
        Optional<Outcome.Failure> failed =
                new Writes(open, tables.database().readOnly()).failedPrecondition(base, draft);
        if (failed.isPresent()) {
            receive(index, failed.get());
            return;
        }
        Changes changes = Changes.of(open, base, draft);
        if (changes.isEmpty()) {
            entries.set(index, new BatchOutcome.Saved(base));
            unchanged.add(index);
        } else {
            rows.add(new BatchRow(index, open, base, changes, open.expected(base.token())));
        }
    }

    private void receive(int index, SaveOutcome outcome) {
        switch (outcome) {
            case Outcome.Saved(Snapshot now) -> entries.set(index, new BatchOutcome.Saved(now));
            case Unwritten why -> {
                entries.set(index, new NotSaved(why));
                if (why instanceof TableChanged) {
                    tables.catalog().forget(drafts.get(index).table());
                }
            }
        }
    }

    private boolean anyNotSaved() {
        return entries.stream().anyMatch(NotSaved.class::isInstance);
    }
}
