package dev.concord.app.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.conflict.hold.HeldRow;
import dev.concord.app.conflict.hold.HoldModel.State;
import dev.concord.app.task.Promise;
import dev.concord.app.task.Work;
import dev.concord.merge.Choice;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import dev.concord.outcome.HoldOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Long texts are merged in the background: what runs on the FX thread leaves the merge as it is and starts a job. The test
 * decides when each side runs.
 */
class ConflictSaveTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    /** A machine that needs longer does not answer at all. */
    private static final int MOST_SECONDS = 30;

    private static final int LINES = 20_000;
    private static final String OPENED = lines(0, "");
    private static final String MINE = lines(LINES / 2, "mine");

    private final BlockingQueue<Runnable> background = new LinkedBlockingQueue<>();
    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final Colleague colleague = new Colleague();
    private final ConflictModel model = new ConflictModel(
            merge(),
            colleague,
            Work.of(background::add, fx::add, fault -> {
                throw new IllegalStateException(fault);
            }),
            TEXTS,
            colleague);

    private static RecordMerge merge() {
        Snapshot opened = Customer.snapshot(Customer.OPENED.row().with("notes", Value.of(OPENED)), 2);
        Draft mine = Draft.of(opened).with("notes", Value.of(MINE)).with("city", Value.of("Houston"));
        Snapshot theirs =
                Customer.snapshot(opened.row().with("city", Value.of("Seattle")).with("version", Value.of(8)), 5);
        return RecordMerge.of(Customer.TABLE, mine, theirs, Customer.SET_BY_DATABASE, MergeRules.DEFAULT);
    }

    @Test
    void aRowChangedBeforeItWasHeldIsMergedInTheBackground() throws InterruptedException {
        holding(Outcome.Saved::new);
        beginHold();
        assertThat(theirNotes()).isEmpty();
        assertThat(state()).isInstanceOf(State.Asked.class);
        background.remove().run();
        assertThat(theirNotes()).isEmpty();
        runFx();
        assertThat(theirNotes()).isEqualTo("theirs 12");
        assertThat(mergedNotes()).isEqualTo("theirs 12, mine");
        assertThat(state()).isInstanceOf(State.Kept.class);
        model.cancel();
    }

    @Test
    void whatIsDecidedWhileARowIsMergedIsKept() throws InterruptedException {
        holding(Outcome.Saved::new);
        beginHold();
        model.choose("city", new Choice.Mine());
        background.remove().run();
        runFx();
        assertThat(theirNotes()).as("merged without the decision").isEmpty();
        drain();
        while (theirNotes().isEmpty()) {
            runFx();
        }
        assertThat(model.resolution().get().choice("city")).contains(new Choice.Mine());
        assertThat(state()).isInstanceOf(State.Kept.class);
        model.cancel();
    }

    @Test
    void aMergeThatEndsAfterCancellingIsDropped() throws InterruptedException {
        holding(Outcome.Saved::new);
        beginHold();
        model.cancel();
        background.remove().run();
        runFx();
        assertThat(theirNotes()).isEmpty();
        assertThat(state()).isInstanceOf(State.Free.class);
    }

    @Test
    void aStaleSaveUnderAHoldIsMergedInTheBackgroundWhileNothingCanBeDecided() throws InterruptedException {
        holding(_ -> new Outcome.Stale(theirs(15)));
        beginHold();
        background.remove().run();
        runFx();
        model.choose("city", new Choice.Mine());
        drain();
        model.save();
        assertThat(model.saving().get()).isTrue();
        drain();
        runFx();
        // The hold ends with the outcome; the row that came with it is still to be merged.
        while (background.isEmpty()) {
            runFx();
        }
        assertThat(theirNotes()).isEqualTo("theirs 12");
        assertThat(model.saving().get()).isTrue();
        model.choose("city", new Choice.Theirs());
        drain();
        while (model.saving().get()) {
            runFx();
        }
        assertThat(theirNotes()).isEqualTo("theirs 15");
        assertThat(model.resolution().get().choice("city")).contains(new Choice.Mine());
        assertThat(model.notice().get()).isNotEmpty();
    }

    @Test
    void savingWhileTheRecordIsAskedForStopsAskingForIt() {
        model.hold();
        model.choose("city", new Choice.Mine());
        model.save();
        assertThat(state()).isInstanceOf(State.Free.class);
        assertThat(model.saving().get()).isTrue();
    }

    /** Holds the row changed once more, and saves what is decided. */
    private void holding(Function<Snapshot, SaveOutcome> saving) {
        colleague.holds = (held, decision) -> {
            held.accept(new HeldRow(theirs(12), Instant.MAX));
            return wait(decision, saving);
        };
    }

    /** Holds the record in a thread of its own, and runs what follows on the FX thread. */
    private void beginHold() throws InterruptedException {
        model.hold();
        Thread.ofVirtual().start(background.remove());
        runFx();
    }

    private static HoldOutcome wait(Promise<Draft> decision, Function<Snapshot, SaveOutcome> saving) {
        try {
            Draft draft = decision.future().get(MOST_SECONDS, TimeUnit.SECONDS);
            return new HoldOutcome.Ended(saving.apply(Customer.snapshot(draft.row(), 30)));
        } catch (CancellationException released) {
            return new HoldOutcome.Released(Customer.THEIRS.key());
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs everything that waits for the background. */
    private void drain() {
        for (Runnable task = background.poll(); task != null; task = background.poll()) {
            task.run();
        }
    }

    /** Runs the next task of the FX thread; waits for it when it comes from another thread. */
    private void runFx() throws InterruptedException {
        Runnable task = fx.poll(MOST_SECONDS, TimeUnit.SECONDS);
        if (task == null) {
            throw new AssertionError("Nothing more happens; it is " + state());
        }
        task.run();
    }

    private String theirNotes() {
        return changedLines(model.resolution().get().merge().theirs().row().get("notes"));
    }

    private String mergedNotes() {
        Resolution now = model.resolution().get();
        return changedLines(now.result(now.merge().field("notes").orElseThrow()).orElseThrow());
    }

    /** What somebody wrote into the notes, without the many lines that are as they were. */
    private static String changedLines(Value notes) {
        return notes.text().lines().filter(line -> !line.startsWith("Line ")).collect(Collectors.joining(", "));
    }

    private State state() {
        return model.holding().state().get();
    }

    /** The row with another line of its notes changed. */
    private static Snapshot theirs(int minute) {
        return Customer.snapshot(
                merge().theirs()
                        .row()
                        .with("notes", Value.of(lines(minute, "theirs " + minute)))
                        .with("version", Value.of(minute)),
                minute);
    }

    private static String lines(int changed, String text) {
        return IntStream.range(0, LINES)
                .mapToObj(line -> line == changed && !text.isEmpty() ? text : "Line " + line + " of the notes.")
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
