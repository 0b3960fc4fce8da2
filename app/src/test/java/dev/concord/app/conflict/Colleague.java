package dev.concord.app.conflict;

import dev.concord.app.task.Later;
import dev.concord.catalog.ForeignKey;
import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.Outcome;
import dev.concord.store.SaveOutcome;
import dev.concord.store.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** A guarded save of one row, and a colleague who gets there first as often as the test says. */
final class Colleague implements RecordAccess, ConflictModel.Listener {
    private final Deque<SaveOutcome> before = new ArrayDeque<>();
    final List<Draft> attempts = new ArrayList<>();
    final List<Draft> rehearsed = new ArrayList<>();
    /** Rows to refer to, and what they are called. */
    final Map<Row, String> targets = new LinkedHashMap<>();

    Function<Draft, List<Violation>> rehearsal = draft -> List.of();
    BiFunction<Consumer<Held>, Later<Draft>, HoldEnd> holds = (held, decision) -> new HoldEnd.Refused();
    Function<Draft, SaveOutcome> saving = draft -> new Outcome.Saved(Customer.snapshot(draft.row(), 30));
    boolean here;
    Optional<Snapshot> resolved = Optional.empty();
    Optional<Resolution> kept = Optional.empty();
    Optional<Draft> gone = Optional.empty();

    /** The next save is answered so; after all these it succeeds. */
    Colleague answers(SaveOutcome outcome) {
        before.add(outcome);
        return this;
    }

    @Override
    public SaveOutcome save(Draft draft) {
        attempts.add(draft);
        return before.isEmpty() ? saving.apply(draft) : before.pop();
    }

    @Override
    public List<Violation> rehearse(Draft draft) {
        rehearsed.add(draft);
        return rehearsal.apply(draft);
    }

    @Override
    public Lead lead(ForeignKey reference, Row from) {
        return Optional.ofNullable(targets.get(from)).<Lead>map(Lead.To::new).orElseGet(Lead.Nowhere::new);
    }

    @Override
    public List<Target> search(ForeignKey reference, String typed) {
        return targets.entrySet().stream()
                .filter(target -> target.getValue().contains(typed))
                .map(target -> new Target(target.getKey(), target.getValue()))
                .toList();
    }

    @Override
    public boolean holdsRows() {
        return true;
    }

    @Override
    public HoldEnd hold(RecordKey key, Consumer<Held> held, Later<Draft> decision) {
        return holds.apply(held, decision);
    }

    @Override
    public boolean writtenHere(Snapshot row) {
        return here;
    }

    /** The row as it was saved. */
    Row saved() {
        return resolved.orElseThrow().row();
    }

    @Override
    public void resolved(Snapshot saved) {
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
