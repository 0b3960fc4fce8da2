package dev.concord.bench.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People who save at the same time, each on a thread. Their saves are counted together and divided by the elapsed time:
 * JMH adds up the rates of all threads, and a thread that pauses until the others have stopped would have too high a
 * rate.
 */
final class Crowd {
    private static final System.Logger LOG = System.getLogger(Crowd.class.getName());
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Saving> people;
    private final CountDownLatch start = new CountDownLatch(1);

    Crowd(List<Saving> people) {
        this.people = List.copyOf(people);
    }

    /** Saves a second of all together; 0 if they got in each other's way until somebody gave up, which is a result too. */
    double rate(Duration time) {
        try (ExecutorService threads = Executors.newFixedThreadPool(people.size())) {
            List<Future<Long>> counts = new ArrayList<>();
            for (Saving person : people) {
                counts.add(threads.submit(() -> count(person, time)));
            }
            start.countDown();
            long saves = 0;
            for (Future<Long> count : counts) {
                saves += count.get();
            }
            return saves / (time.toNanos() / NANOS_PER_SECOND);
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, people.size() + " people failed", e);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was saved when the time was over does not count any more. */
    private long count(Saving person, Duration time) throws InterruptedException {
        start.await();
        long end = System.nanoTime() + time.toNanos();
        long saves = 0;
        while (true) {
            person.again();
            if (System.nanoTime() - end > 0) {
                return saves;
            }
            saves++;
        }
    }
}
