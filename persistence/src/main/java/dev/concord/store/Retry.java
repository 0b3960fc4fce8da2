package dev.concord.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * How often, and with what pauses, work is retried that another writer made stale. The pause doubles each time until it is
 * eight times the first; each pause is a random time between half of that and all of it, so that two writers do not collide
 * again at the same time. The gain is measured in {@code docs/performance.md}.
 *
 * @param tries how often in all; at least 1
 * @param first the longest pause after the first try
 * @param pause how to wait
 * @param random draws the pauses; used by every thread that uses this
 */
public record Retry(int tries, Duration first, Pause pause, RandomGenerator random) {

    /** Five tries, after pauses of up to 10, 20, 40 and 80 milliseconds. */
    public static final Retry STANDARD =
            new Retry(5, Duration.ofMillis(10), Thread::sleep, () -> ThreadLocalRandom.current()
                    .nextLong());

    /** How often the pause doubles. */
    private static final int MOST_DOUBLINGS = 3;

    /** Waits for a time. */
    @FunctionalInterface
    public interface Pause {
        /**
         * Returns when the time is over.
         *
         * @throws InterruptedException when the waiting thread is interrupted
         */
        void take(Duration time) throws InterruptedException;
    }

    public Retry {
        if (tries < 1) {
            throw new IllegalArgumentException("At least one try is needed: " + tries);
        }
    }

    /** Returns this with another number of tries. */
    public Retry withTries(int other) {
        return new Retry(other, first, pause, random);
    }

    /** Returns the pause after a try, counted from 1. */
    Duration after(int tried) {
        Duration longest = first.multipliedBy(1L << Math.min(tried - 1, MOST_DOUBLINGS));
        return Duration.ofNanos((long) (longest.toNanos() * (1 + random.nextDouble()) / 2));
    }

    /** Pauses after a try; false when the thread is interrupted, which it still is afterwards. */
    boolean paused(int tried) {
        try {
            pause.take(after(tried));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
