package dev.concord.app.conflict;

import dev.concord.app.conflict.hold.HeldRow;
import dev.concord.app.reference.ReferenceTarget;
import dev.concord.app.reference.TargetRow;
import dev.concord.app.reference.TargetRows;
import dev.concord.app.task.Promise;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.LastingEffect;
import dev.concord.merge.Resolution;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.ReadOutcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.RecordNames;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** A guarded save of one row, and a colleague who gets there first as often as the test says. */
public final class Colleague implements RecordAccess, ConflictListener {
    @Override
    public RecordNames names() {
        return RecordNames.FOUND;
    }

    private final Deque<SaveOutcome> before = new ArrayDeque<>();
    public final List<Draft> attempts = new ArrayList<>();
    public final List<Draft> tried = new ArrayList<>();
    /** Rows to refer to, and what they are called. */
    public final Map<Row, String> targets = new LinkedHashMap<>();

    Function<Draft, List<Violation>> rejects = draft -> List.of();
    Optional<LastingEffect> notTried = Optional.empty();
    public BiFunction<Consumer<HeldRow>, Promise<Draft>, HoldOutcome> holds =
            (held, decision) -> new HoldOutcome.Ended(new Outcome.LockTimeout(Customer.THEIRS.key()));
    Function<Draft, SaveOutcome> saving = draft -> new Outcome.Saved(Customer.snapshot(draft.row(), 30));
    public boolean here;
    public Optional<Snapshot> resolved = Optional.empty();
    public Optional<Resolution> kept = Optional.empty();
    public Optional<Draft> gone = Optional.empty();

    /** The next save is answered so; after all these it succeeds. */
    public Colleague answers(SaveOutcome outcome) {
        before.add(outcome);
        return this;
    }

    @Override
    public SaveOutcome save(Draft draft) {
        attempts.add(draft);
        return before.isEmpty() ? saving.apply(draft) : before.pop();
    }

    @Override
    public DryRunOutcome dryRun(Draft draft) {
        tried.add(draft);
        List<Violation> violations = rejects.apply(draft);
        return notTried.<DryRunOutcome>map(DryRunOutcome.NotTried::new)
                .orElseGet(() -> violations.isEmpty()
                        ? new DryRunOutcome.Fits(draft.row())
                        : new DryRunOutcome.Fails(new Outcome.Rejected(violations)));
    }

    @Override
    public Map<Row, ReferenceTarget> targets(ForeignKey reference, Collection<Row> from) {
        Map<Row, ReferenceTarget> found = new LinkedHashMap<>();
        from.forEach(row -> found.put(
                row,
                Optional.ofNullable(targets.get(row))
                        .<ReferenceTarget>map(ReferenceTarget.Found::new)
                        .orElseGet(ReferenceTarget.Missing::new)));
        return found;
    }

    @Override
    public ReadOutcome<TargetRows> search(ForeignKey reference, String typed) {
        return new ReadOutcome.Read<>(new TargetRows(
                targets.entrySet().stream()
                        .filter(target -> target.getValue().contains(typed))
                        .map(target -> new TargetRow(target.getKey(), target.getValue()))
                        .toList(),
                false));
    }

    @Override
    public ReadOutcome<TargetRows> closest(ForeignKey reference, String typed) {
        return new ReadOutcome.Read<>(new TargetRows(List.of(), false));
    }

    @Override
    public boolean holdsRows() {
        return true;
    }

    @Override
    public HoldOutcome hold(RecordKey key, Consumer<HeldRow> held, Promise<Draft> decision) {
        return holds.apply(held, decision);
    }

    @Override
    public boolean writtenHere(Snapshot row) {
        return here;
    }

    /** The row as it was saved. */
    public Row saved() {
        return resolved.orElseThrow().row();
    }

    @Override
    public void resolved(Draft sent, Snapshot saved) {
        resolved = Optional.of(saved);
    }

    @Override
    public void cancelled(Resolution resolution) {
        kept = Optional.of(resolution);
    }

    @Override
    public void gone(Draft wanted) {
        gone = Optional.of(wanted);
    }
}
