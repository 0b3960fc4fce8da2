package dev.concord.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class JobGroupTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Work work = Work.of(background::add, fx::add, faults::add);
    private final JobGroup group = new JobGroup();

    @Test
    void aGroupIsBusyUntilTheLastOfItsAnswersHasBeenDealtWith() {
        group.add(work.read(
                "Reading",
                () -> "row",
                answer -> heard.add(answer + " " + group.busy().get())));
        group.add(work.write("Saving", () -> "saved", heard::add));
        assertThat(group.busy().get()).isTrue();
        runAll();
        assertThat(heard).containsExactly("row true", "saved");
        assertThat(group.busy().get()).isFalse();
    }

    @Test
    void jobsOfOthersDoNotMakeItBusy() {
        group.add(work.read("Reading", () -> "row", heard::add));
        runAll();
        work.read("Reading", () -> "row of others", heard::add);
        assertThat(group.busy().get()).isFalse();
    }

    @Test
    void anAbandonedReadDoesNotKeepItBusy() {
        group.add(work.read("Reading", () -> "row", heard::add), () -> heard.add("failed"))
                .abandon();
        assertThat(group.busy().get()).isFalse();
        runAll();
        assertThat(heard).isEmpty();
    }

    @Test
    void aFailedJobDoesNotKeepItBusyAndIsReported() {
        group.add(
                work.<String>write(
                        "Saving",
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        heard::add),
                () -> heard.add("failed, busy " + group.busy().get()));
        runAll();
        assertThat(heard).containsExactly("failed, busy false");
        assertThat(faults).hasSize(1);
    }

    @Test
    void aJobWhoseAnswerCannotBeDealtWithHasFailed() {
        group.add(
                work.write("Saving", () -> "saved", answer -> {
                    throw new IllegalStateException(answer);
                }),
                () -> heard.add("failed"));
        runAll();
        assertThat(heard).containsExactly("failed");
        assertThat(group.busy().get()).isFalse();
    }

    @Test
    void anAnswerMayStartTheNextJobOfTheGroup() {
        group.add(work.write(
                "Saving", () -> "first", first -> group.add(work.write("Saving", () -> "second", heard::add))));
        background.remove().run();
        fx.remove().run();
        assertThat(group.busy().get()).isTrue();
        runAll();
        assertThat(heard).containsExactly("second");
        assertThat(group.busy().get()).isFalse();
    }

    @Test
    void aJobThatHasEndedAlreadyChangesNothing() {
        group.add(Work.immediate().read("Reading", () -> "row", heard::add));
        assertThat(group.busy().get()).isFalse();
    }

    private void runAll() {
        while (!background.isEmpty() || !fx.isEmpty()) {
            (background.isEmpty() ? fx : background).remove().run();
        }
    }
}
