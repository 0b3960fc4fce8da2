package dev.concord.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/** The time this thread works for something, which is the same however busy the computer is with other things. */
public final class Effort {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Effort() {}

    /** Does the work, and fails the test when it took more than that. */
    public static <T> T atMost(Duration most, Supplier<T> work) {
        long begun = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begun)).isLessThan(most);
        return result;
    }
}
