package dev.concord.app.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WorkTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final Work work = Work.of(background::add, fx::add, faults::add);

    @Test
    void theAnswerArrivesOnTheFxThreadOnly() {
        work.read("Reading", () -> "row", answers::add);
        background.remove().run();
        assertThat(answers).isEmpty();
        fx.remove().run();
        assertThat(answers).containsExactly("row");
    }

    @Test
    void aJobIsListedUntilItsAnswerArrived() {
        Job job = work.read("Reading", () -> "row", answers::add);
        assertThat(work.running()).containsExactly(job);
        background.remove().run();
        fx.remove().run();
        assertThat(work.running()).isEmpty();
    }

    @Test
    void anAbandonedReadDropsItsAnswer() {
        Job job = work.read("Reading", () -> "row", answers::add);
        background.remove().run();
        job.abandon();
        assertThat(work.running()).isEmpty();
        fx.remove().run();
        assertThat(answers).isEmpty();
    }

    @Test
    void aReadAsideIsNoJobAndCanBeAbandoned() {
        Job first = work.readAside(() -> "first", answers::add);
        work.readAside(() -> "second", answers::add);
        assertThat(work.running()).isEmpty();
        first.abandon();
        background.remove().run();
        background.remove().run();
        fx.forEach(Runnable::run);
        fx.clear();
        assertThat(answers).containsExactly("second");
        work.readAside(() -> "third", answers::add);
        work.abandonReads();
        background.remove().run();
        assertThat(fx).isEmpty();
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsPutAwayInTheBackground() {
        List<String> unwanted = new ArrayList<>();
        Job job = work.read("Opening", () -> "database", answers::add, unwanted::add);
        background.remove().run();
        job.abandon();
        fx.remove().run();
        assertThat(unwanted).isEmpty();
        background.remove().run();
        assertThat(unwanted).containsExactly("database");
        assertThat(answers).isEmpty();
    }

    @Test
    void whatIsAboutToBeClosedIsReadNoMoreButWritten() {
        work.read("Reading", () -> "row", answers::add);
        work.<String>read(
                "Reading",
                () -> {
                    throw new IllegalStateException("closed");
                },
                answers::add);
        Job writing = work.write("Saving", () -> "saved", answers::add);
        work.abandonReads();
        assertThat(work.running()).containsExactly(writing);
        background.forEach(Runnable::run);
        fx.forEach(Runnable::run);
        assertThat(answers).containsExactly("saved");
        assertThat(faults).isEmpty();
    }

    @Test
    void aWriteCannotBeAbandoned() {
        Job job = work.write("Saving", () -> "saved", answers::add);
        job.abandon();
        background.remove().run();
        fx.remove().run();
        assertThat(answers).containsExactly("saved");
    }

    @Test
    void aFaultIsToldOnceOnTheFxThread() {
        IllegalStateException fault = new IllegalStateException("broken");
        work.<String>read(
                "Reading",
                () -> {
                    throw fault;
                },
                answers::add);
        background.remove().run();
        assertThat(faults).isEmpty();
        fx.remove().run();
        assertThat(faults).containsExactly(fault);
        assertThat(answers).isEmpty();
        assertThat(work.running()).isEmpty();
    }

    @Test
    void theFaultOfAnAnswerIsReportedAndEndsTheJob() {
        IllegalStateException fault = new IllegalStateException("broken");
        Job job = work.write("Saving", () -> "saved", answer -> {
            throw fault;
        });
        background.remove().run();
        fx.remove().run();
        assertThat(faults).containsExactly(fault);
        assertThat(work.running()).isEmpty();
        assertThat(job.state().get()).isEqualTo(Job.State.FAILED);
    }

    @Test
    void theFaultOfAReportOfProgressIsReportedAndTheAnswerArrives() {
        IllegalStateException fault = new IllegalStateException("broken");
        work.<String, String>write(
                "Saving",
                progress -> {
                    progress.accept("half");
                    return "saved";
                },
                half -> {
                    throw fault;
                },
                answers::add);
        background.remove().run();
        fx.forEach(Runnable::run);
        assertThat(faults).containsExactly(fault);
        assertThat(answers).containsExactly("saved");
    }

    @Test
    void theFaultOfATaskForTheFxThreadIsReported() {
        IllegalStateException fault = new IllegalStateException("broken");
        work.onFxThread(() -> {
            throw fault;
        });
        work.aside(() -> "there", answer -> {
            throw fault;
        });
        background.remove().run();
        fx.forEach(Runnable::run);
        assertThat(faults).containsExactly(fault, fault);
    }

    @Test
    void theFaultOfAnAbandonedReadIsLoggedWithoutItsMessageAndNotShown() {
        Job job = work.<String>read(
                "Reading",
                () -> {
                    throw new IllegalStateException("Koffiehuis Mulder");
                },
                answers::add);
        background.remove().run();
        job.abandon();
        try (LogLines log = LogLines.of(Work.class)) {
            fx.forEach(Runnable::run);
            assertThat(log.lines()).hasSize(1);
            assertThat(log.lines().getFirst())
                    .contains("IllegalStateException", "WorkTest")
                    .doesNotContain("Mulder");
        }
        assertThat(faults).isEmpty();
        assertThat(job.state().get()).isEqualTo(Job.State.ABANDONED);
    }

    @Test
    void aReadAbandonedBeforeItBeganIsNotBegun() {
        Job job = work.read("Reading", () -> answers.add("read"), answer -> {});
        job.abandon();
        background.forEach(Runnable::run);
        assertThat(answers).isEmpty();
    }

    @Test
    void immediateWorkThrowsItsFaultsAtTheTest() {
        assertThatThrownBy(() -> Work.immediate()
                        .read(
                                "Reading",
                                () -> {
                                    throw new IllegalStateException("broken");
                                },
                                ignored -> {}))
                .hasRootCauseMessage("broken");
    }
}
