package dev.concord.app.task;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The pauses between attempts at something that keeps failing: a second first, then each twice as long as the one before,
 * at most 30 seconds. Not safe to share between threads.
 */
public final class GrowingPauses implements Supplier<Duration> {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /** Returns the pause before the next attempt. */
    @Override
    public Duration get() {
        Duration pause = next;
        Duration longer = next.multipliedBy(2);
        next = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        return pause;
    }
}
