package dev.concord.app.conflict.hold;

import dev.concord.app.task.Job;
import dev.concord.app.task.Promise;
import dev.concord.app.task.Work;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A record that keeps changing can be held for a short while, so that the merge can be finished. FX thread only. */
public final class HoldModel {
    /** So often a save must have been overtaken before holding the record is worth stopping everybody else. */
    private static final int ROUNDS = 2;

    private final HoldAccess access;
    private final Work work;
    private final String title;
    private final Consumer<Snapshot> begun;
    private final Consumer<SaveOutcome> saved;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Free());
    private Promise<Draft> decision = new Promise<>();
    private boolean given;
    private int rounds;

    /** Whether the record is held. */
    public sealed interface State {
        /** It is not, and need not be. */
        record Free() implements State {}

        /** It keeps changing. */
        record Offered() implements State {}

        /** It is being asked for. */
        record Asked() implements State {}

        /** Nobody else can change it. */
        record Kept(HeldRow held, Job job) implements State {}

        /** Somebody is changing it right now. */
        record Busy() implements State {}

        /** It was, until the time was over. */
        record Over() implements State {}
    }

    /**
     * A record nobody holds.
     *
     * @param title what holding it is called
     * @param begun given the row as it is at the beginning of a hold
     * @param saved given what became of what was saved under a hold
     */
    public HoldModel(
            HoldAccess access, Work work, String title, Consumer<Snapshot> begun, Consumer<SaveOutcome> saved) {
        this.access = access;
        this.work = work;
        this.title = title;
        this.begun = begun;
        this.saved = saved;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** A save was overtaken. */
    public void overtaken() {
        rounds++;
        if (rounds >= ROUNDS && access.holdsRows()) {
            state.set(new State.Offered());
        }
    }

    /** Asks for the record; once it is held, nobody else can change it until it is saved or let go, or the time is over. */
    public void begin(Snapshot row) {
        Promise<Draft> mine = new Promise<>();
        decision = mine;
        given = false;
        state.set(new State.Asked());
        Job[] self = new Job[1];
        self[0] = work.<HeldRow, HoldOutcome>write(
                title,
                tell -> access.hold(row.key(), tell, mine),
                held -> {
                    if (mine.equals(decision)) {
                        state.set(new State.Kept(held, self[0]));
                        begun.accept(held.row());
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
        given = state.get() instanceof State.Kept && decision.give(draft);
        return given;
    }

    /** Lets the record go: the merge is over, and nobody has to wait for it any longer. */
    public void end() {
        decision.giveUp();
        decision = new Promise<>();
        state.set(new State.Free());
    }

    private void ended(HoldOutcome end) {
        switch (end) {
            case HoldOutcome.Ended(Outcome.LockTimeout _) -> state.set(new State.Busy());
            case HoldOutcome.Ended(SaveOutcome outcome) -> {
                // Where nothing was decided yet, the row was deleted or not reachable: saving will report that.
                state.set(given ? new State.Free() : new State.Busy());
                if (given) {
                    saved.accept(outcome);
                }
            }
            case HoldOutcome.Released _ -> state.set(new State.Free());
            case HoldOutcome.Expired _ -> state.set(new State.Over());
        }
    }
}
