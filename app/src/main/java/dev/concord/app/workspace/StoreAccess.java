package dev.concord.app.workspace;

import dev.concord.app.conflict.RecordAccess;
import dev.concord.app.conflict.hold.HeldRow;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.WriteMark;
import dev.concord.app.reference.ReferenceAccess;
import dev.concord.app.reference.ReferenceTarget;
import dev.concord.app.reference.TargetRows;
import dev.concord.app.task.Promise;
import dev.concord.catalog.ForeignKey;
import dev.concord.drafts.Sending;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.ReadOutcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.RecordNames;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import dev.concord.store.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The store, as a merge needs it.
 *
 * @param mine the edit to be merged, on the row it was made on
 * @param mark notes on the disk when the edit is written
 * @param ownWork whether the person at this window wrote a row as it is
 * @param references the rows that its references lead to
 */
public record StoreAccess(
        MergedWrites writes, Draft mine, WriteMark mark, Predicate<Snapshot> ownWork, ReferenceAccess references)
        implements RecordAccess {
    private static final Duration HOLD = Duration.ofMinutes(1);

    private RecordStore store() {
        return writes.store();
    }

    @Override
    public RecordNames names() {
        return store().names();
    }

    @Override
    public SaveOutcome save(Draft draft) {
        return mark.around(new Sending(mine, draft), () -> writes.save(mine, draft));
    }

    @Override
    public DryRunOutcome dryRun(Draft draft) {
        return store().dryRun(draft);
    }

    @Override
    public Map<Row, ReferenceTarget> targets(ForeignKey reference, Collection<Row> from) {
        return references.targets(reference, from);
    }

    @Override
    public ReadOutcome<TargetRows> search(ForeignKey reference, String typed) {
        return references.search(reference, typed);
    }

    @Override
    public ReadOutcome<TargetRows> closest(ForeignKey reference, String typed) {
        return references.closest(reference, typed);
    }

    @Override
    public boolean holdsRows() {
        return store().holdsRows();
    }

    @Override
    public HoldOutcome hold(RecordKey key, Consumer<HeldRow> held, Promise<Draft> decision) {
        HoldOutcome outcome = store().hold(
                        key,
                        new Reservation(
                                HOLD,
                                row -> held.accept(
                                        new HeldRow(row, Instant.now().plus(HOLD))),
                                decision.future(),
                                draft -> {
                                    mark.sending(new Sending(mine, draft));
                                    return writes.keep(mine, draft);
                                }));
        if (outcome instanceof HoldOutcome.Ended(SaveOutcome ended)) {
            mark.end(ended);
        } else {
            mark.answered();
        }
        return outcome;
    }

    @Override
    public boolean writtenHere(Snapshot row) {
        return ownWork.test(row);
    }
}
