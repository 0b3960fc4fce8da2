package dev.concord.app.conflict.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.Colleague;
import dev.concord.app.conflict.ConflictModel;
import dev.concord.app.conflict.Customer;
import dev.concord.app.conflict.hold.HoldModel.State;
import dev.concord.app.task.Promise;
import dev.concord.app.task.Work;
import dev.concord.merge.Choice;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A record that keeps changing is held, with real waiting in the background and this thread for the FX thread. */
class HoldModelTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    /** A machine that needs longer does not answer at all. */
    private static final int MOST_SECONDS = 30;

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final Colleague colleague = new Colleague();
    private final ConflictModel model = new ConflictModel(
            Customer.merge(),
            colleague,
            Work.of(Executors.newVirtualThreadPerTaskExecutor(), fx::add, fault -> {
                throw new IllegalStateException(fault);
            }),
            TEXTS,
            colleague);

    @Test
    void aRecordIsOfferedToBeHeldAfterTheSecondTimeASaveIsOvertaken() throws InterruptedException {
        overtake(9);
        assertThat(state()).isInstanceOf(State.Free.class);
        overtake(12);
        assertThat(state()).isInstanceOf(State.Offered.class);
    }

    @Test
    void whatIsSavedUnderAHoldEndsTheMerge() throws InterruptedException {
        holding();
        model.hold();
        until(State.Kept.class);
        model.chooseAll(new Choice.Mine());
        model.save();
        assertThat(model.saving().get()).isTrue();
        while (colleague.resolved.isEmpty()) {
            next();
        }
        assertThat(colleague.saved().get("city")).isEqualTo(Value.of("Houston"));
        assertThat(colleague.attempts).isEmpty();
        assertThat(model.saving().get()).isFalse();
        assertThat(state()).isInstanceOf(State.Free.class);
    }

    @Test
    void aRecordChangedBeforeItWasHeldIsMergedAnew() throws InterruptedException {
        colleague.holds = (held, decision) -> {
            held.accept(new HeldRow(Customer.theirs("city", Value.of("Salem"), 12), Instant.MAX));
            return wait(decision);
        };
        model.choose("city", new Choice.Mine());
        model.hold();
        until(State.Kept.class);
        assertThat(model.resolution().get().merge().theirs().row().get("city")).isEqualTo(Value.of("Salem"));
        assertThat(model.resolution().get().choice("city")).isEmpty();
    }

    @Test
    void cancellingGivesTheRecordBack() throws InterruptedException {
        BlockingQueue<HoldOutcome> ended = new LinkedBlockingQueue<>();
        colleague.holds = (held, decision) -> {
            held.accept(new HeldRow(Customer.THEIRS, Instant.MAX));
            HoldOutcome end = wait(decision);
            ended.add(end);
            return end;
        };
        model.hold();
        until(State.Kept.class);
        model.cancel();
        assertThat(ended.poll(MOST_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(new HoldOutcome.Released(Customer.THEIRS.key()));
    }

    @Test
    void whenTheTimeIsOverTheDecisionsAreStillThere() throws InterruptedException {
        colleague.holds = (held, decision) -> {
            held.accept(new HeldRow(Customer.THEIRS, Instant.MIN));
            return new HoldOutcome.Expired(Customer.THEIRS.key());
        };
        model.choose("city", new Choice.Mine());
        model.hold();
        until(State.Over.class);
        assertThat(model.resolution().get().choice("city")).contains(new Choice.Mine());
        model.hold();
        until(State.Over.class);
    }

    @Test
    void aRecordSomebodyIsChangingIsNotHeld() throws InterruptedException {
        model.hold();
        until(State.Busy.class);
    }

    private void holding() {
        colleague.holds = (held, decision) -> {
            held.accept(new HeldRow(Customer.THEIRS, Instant.MAX));
            return wait(decision);
        };
    }

    private static HoldOutcome wait(Promise<Draft> decision) {
        try {
            Draft draft = decision.future().get(MOST_SECONDS, TimeUnit.SECONDS);
            return new HoldOutcome.Ended(new Outcome.Saved(Customer.snapshot(draft.row(), 30)));
        } catch (CancellationException released) {
            return new HoldOutcome.Released(Customer.THEIRS.key());
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void overtake(int minute) throws InterruptedException {
        colleague.answers(new Outcome.Stale(Customer.theirs("city", Value.of("City " + minute), minute)));
        model.chooseAll(new Choice.Mine());
        model.save();
        while (model.saving().get()) {
            next();
        }
    }

    private void until(Class<? extends State> wanted) throws InterruptedException {
        while (!wanted.isInstance(state())) {
            next();
        }
    }

    private void next() throws InterruptedException {
        Runnable task = fx.poll(MOST_SECONDS, TimeUnit.SECONDS);
        if (task == null) {
            throw new AssertionError("Nothing more happens; it is " + state());
        }
        task.run();
    }

    private State state() {
        return model.holding().state().get();
    }
}
