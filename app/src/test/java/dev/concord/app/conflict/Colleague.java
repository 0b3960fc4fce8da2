package dev.concord.app.conflict;

import dev.concord.merge.Resolution;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.Outcome;
import dev.concord.store.SaveOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A guarded save of one row, and a colleague who gets there first as often as the test says. */
final class Colleague implements Function<Draft, SaveOutcome>, ConflictModel.Listener {
    private final Deque<SaveOutcome> before = new ArrayDeque<>();
    final List<Draft> attempts = new ArrayList<>();
    Optional<Snapshot> resolved = Optional.empty();
    Optional<Resolution> kept = Optional.empty();
    Optional<Draft> gone = Optional.empty();

    /** The next save is answered so; after all these it succeeds. */
    Colleague answers(SaveOutcome outcome) {
        before.add(outcome);
        return this;
    }

    @Override
    public SaveOutcome apply(Draft draft) {
        attempts.add(draft);
        return before.isEmpty() ? new Outcome.Saved(Customer.snapshot(draft.row(), 30)) : before.pop();
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
