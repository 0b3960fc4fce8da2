package dev.concord.app.shell;

import dev.concord.app.conflict.Held;
import dev.concord.app.conflict.HoldEnd;
import dev.concord.app.conflict.Lead;
import dev.concord.app.conflict.RecordAccess;
import dev.concord.app.conflict.Target;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.task.Later;
import dev.concord.catalog.ForeignKey;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.HoldOutcome;
import dev.concord.store.Outcome;
import dev.concord.store.RecordStore;
import dev.concord.store.Rehearsal;
import dev.concord.store.Reservation;
import dev.concord.store.SaveOutcome;
import dev.concord.store.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A merge's ways into the store.
 *
 * @param mine the edit to be merged, on the row it was made on
 * @param ownWork whether the person at this window wrote a row as it is
 */
record StoreAccess(MergedWrites writes, Draft mine, Predicate<Snapshot> ownWork) implements RecordAccess {
    /** More rows to refer to than anybody reads; the search narrows them down. */
    private static final int MOST_TARGETS = 50;

    private static final Duration HOLD = Duration.ofMinutes(1);

    private RecordStore store() {
        return writes.store();
    }

    @Override
    public SaveOutcome save(Draft draft) {
        return writes.save(mine, draft);
    }

    /** What else can go wrong with a save is told when it is made: it may not be so by then. */
    @Override
    public List<Violation> rehearse(Draft draft) {
        return store().rehearse(draft) instanceof Rehearsal.Fails(Outcome.Rejected(List<Violation> violations))
                ? violations
                : List.of();
    }

    @Override
    public Lead lead(ForeignKey reference, Row from) {
        return Optional.ofNullable(
                        store().references().look(reference, List.of(from)).get(from))
                .<Lead>map(found -> found.exists() ? new Lead.To(found.label()) : new Lead.Nowhere())
                .orElseGet(Lead.Unknown::new);
    }

    @Override
    public List<Target> search(ForeignKey reference, String typed) {
        return store().references().search(reference, typed, MOST_TARGETS).stream()
                .map(found -> new Target(found.key(), found.label()))
                .toList();
    }

    @Override
    public boolean holdsRows() {
        return store().holdsRows();
    }

    @Override
    public HoldEnd hold(RecordKey key, Consumer<Held> held, Later<Draft> decision) {
        HoldOutcome end = store().hold(
                        key,
                        new Reservation(
                                HOLD,
                                row -> held.accept(new Held(row, Instant.now().plus(HOLD))),
                                decision.future(),
                                draft -> writes.keep(mine, draft)));
        return switch (end) {
            case HoldOutcome.Ended(Outcome.LockTimeout _) -> new HoldEnd.Refused();
            case HoldOutcome.Ended(SaveOutcome outcome) -> new HoldEnd.Decided(outcome);
            case HoldOutcome.Released _ -> new HoldEnd.Released();
            case HoldOutcome.Expired _ -> new HoldEnd.Expired();
        };
    }

    @Override
    public boolean writtenHere(Snapshot row) {
        return ownWork.test(row);
    }
}
