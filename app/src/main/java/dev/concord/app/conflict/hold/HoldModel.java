package dev.concord.app.conflict.hold;

import dev.concord.app.task.Job;
import dev.concord.app.task.Promise;
import dev.concord.app.task.Work;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Holds a record that keeps changing for a short time, so that its merge can be finished. FX thread only. */
public final class HoldModel {
    /** The number of stale saves after which holding is offered. Earlier it would make others wait without need. */
    private static final int OFFERED_AFTER = 2;

    private final HoldAccess access;
    private final Work work;
    private final String title;
    private final BiConsumer<Snapshot, Runnable> begun;
    private final BiConsumer<Draft, SaveOutcome> saved;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Free());
    private Promise<Draft> decision = new Promise<>();
    private Optional<Draft> given = Optional.empty();
    private int overtaken;

    /** Whether the record is held. */
    public sealed interface State {
        /** It is not held, and need not be. */
        record Free() implements State {}

        /** It is not held, but holding it is offered, because it keeps changing. */
        record Offered() implements State {}

        /** The hold has been requested, or its row is being merged. */
        record Asked() implements State {}

        /** It is held: no other user can change it. */
        record Kept(HeldRow held, Job job) implements State {}

        /** It cannot be held, because another user is changing it at the moment. */
        record Busy() implements State {}

        /** It was held until the time was over. */
        record Over() implements State {}
    }

    /**
     * A record that is not held.
     *
     * @param title the name of the job that holds it
     * @param begun given the row at the beginning of a hold, and what to run when it has been merged
     * @param saved given the draft saved under a hold and the outcome
     */
    public HoldModel(
            HoldAccess access,
            Work work,
            String title,
            BiConsumer<Snapshot, Runnable> begun,
            BiConsumer<Draft, SaveOutcome> saved) {
        this.access = access;
        this.work = work;
        this.title = title;
        this.begun = begun;
        this.saved = saved;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Counts a save that was stale, and offers to hold the record when there were several. */
    public void overtaken() {
        overtaken++;
        if (overtaken >= OFFERED_AFTER && access.holdsRows()) {
            state.set(new State.Offered());
        }
    }

    /**
     * Requests a hold; once the record is held, no other user can change it until it is saved or released, or time is
     * over.
     */
    public void begin(Snapshot row) {
        Promise<Draft> mine = new Promise<>();
        decision = mine;
        given = Optional.empty();
        state.set(new State.Asked());
        Job[] self = new Job[1];
        self[0] = work.<HeldRow, HoldOutcome>write(
                title,
                tell -> access.hold(row.key(), tell, mine),
                held -> {
                    if (mine.equals(decision)) {
                        begun.accept(held.row(), () -> keep(mine, new State.Kept(held, self[0])));
                    }
                },
                end -> {
                    if (mine.equals(decision)) {
                        ended(end);
                    }
                });
    }

    /** Saves under the hold; false when there is none. */
    public boolean save(Draft draft) {
        given = state.get() instanceof State.Kept && decision.give(draft) ? Optional.of(draft) : Optional.empty();
        return given.isPresent();
    }

    /** Releases the record, so that no other user has to wait for it any longer. */
    public void end() {
        decision.giveUp();
        decision = new Promise<>();
        state.set(new State.Free());
    }

    /** Shows the record as held, unless the hold has ended while its row was merged. */
    private void keep(Promise<Draft> mine, State.Kept kept) {
        if (mine.equals(decision) && state.get() instanceof State.Asked) {
            state.set(kept);
        }
    }

    private void ended(HoldOutcome end) {
        switch (end) {
            case HoldOutcome.Ended(Outcome.LockTimeout _) -> state.set(new State.Busy());
            case HoldOutcome.Ended(SaveOutcome outcome) -> {
                // Where nothing was decided yet, the row was deleted or not reachable: saving will report that.
                state.set(given.isPresent() ? new State.Free() : new State.Busy());
                given.ifPresent(draft -> saved.accept(draft, outcome));
            }
            case HoldOutcome.Released _ -> state.set(new State.Free());
            case HoldOutcome.Expired _ -> state.set(new State.Over());
        }
    }
}
