package dev.concord.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Queue<Runnable> due = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    private final LogLines log = LogLines.of(Work.class);
    private final Work work = Work.of(Runnable::run, fx::add, (after, task) -> due.add(task), faults::add);
    private boolean broken;

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void itIsLookedAtAgainAfterEachAnswer() {
        work.watch(PAUSE, () -> "row", seen::add);
        look();
        look();
        assertThat(seen).containsExactly("row", "row");
    }

    @Test
    void itIsNotLookedAtAnyMoreOnceItIsStopped() {
        Watch watch = work.watch(PAUSE, () -> "row", seen::add);
        look();
        due.remove().run();
        watch.stop();
        fx.remove().run();
        assertThat(seen).containsExactly("row");
        assertThat(due).isEmpty();
    }

    @Test
    void ofFailedLooksInARowOnlyTheFirstIsLogged() {
        work.watch(PAUSE, looking(), seen::add);
        broken = true;
        look();
        look();
        assertThat(log.lines()).hasSize(1);
        assertThat(log.lines().getFirst()).contains("IllegalStateException").doesNotContain("Mulder");
        broken = false;
        look();
        broken = true;
        look();
        assertThat(log.lines()).hasSize(2);
        assertThat(faults).isEmpty();
        assertThat(seen).containsExactly("row");
    }

    @Test
    void aFaultOfTheAnswerIsReportedOnceAndTheWatchGoesOn() {
        IllegalStateException fault = new IllegalStateException("broken");
        work.watch(PAUSE, () -> "row", row -> {
            seen.add(row);
            throw fault;
        });
        look();
        look();
        look();
        assertThat(faults).containsExactly(fault);
        assertThat(seen).hasSize(3);
    }

    @Test
    void aFaultOfWhatWaitedForTheFirstLookIsReportedAndTheWatchGoesOn() {
        IllegalStateException fault = new IllegalStateException("broken");
        work.watch(PAUSE, () -> "row", seen::add).afterFirstLook(() -> {
            throw fault;
        });
        look();
        look();
        assertThat(faults).containsExactly(fault);
        assertThat(seen).hasSize(2);
    }

    @Test
    void whatWaitsForTheFirstLookRunsWhenTheWatchIsStopped() {
        Watch watch = work.watch(PAUSE, () -> "row", seen::add);
        watch.afterFirstLook(() -> seen.add("looked"));
        watch.stop();
        assertThat(seen).containsExactly("looked");
    }

    private Callable<String> looking() {
        return () -> {
            if (broken) {
                throw new IllegalStateException("Koffiehuis Mulder");
            }
            return "row";
        };
    }

    private void look() {
        due.remove().run();
        fx.remove().run();
    }
}
