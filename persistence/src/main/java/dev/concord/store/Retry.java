package dev.concord.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * How often, and with what pauses, work that met a colleague is done again. The pause doubles each time until it is eight
 * times the first, and is drawn from its upper half, so that those who collided once do not collide again in step. Without
 * pauses many who want one row keep each other from writing it; what they gain is in {@code docs/performance.md}.
 *
 * @param tries how often in all; at least 1
 * @param first the longest pause after the first try
 * @param pause how to pause
 * @param random draws the pauses; used by every thread that uses this
 */
public record Retry(int tries, Duration first, Pause pause, RandomGenerator random) {

    /** Five tries, after pauses of up to 10, 20, 40 and 80 milliseconds. */
    public static final Retry STANDARD =
            new Retry(5, Duration.ofMillis(10), Thread::sleep, () -> ThreadLocalRandom.current()
                    .nextLong());

    /** The pause has doubled so often that it stays as it is. */
    private static final int MOST_DOUBLINGS = 3;

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pause {
        /**
         * Returns when the time is over.
         *
         * @throws InterruptedException when whoever waits is told to stop
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

    /** The pause after a try, counted from 1. */
    Duration after(int tried) {
        Duration longest = first.multipliedBy(1L << Math.min(tried - 1, MOST_DOUBLINGS));
        return Duration.ofNanos((long) (longest.toNanos() * (1 + random.nextDouble()) / 2));
    }

    /** Pauses after a try; false when the thread was told to stop, which it still is afterwards. */
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
