package dev.concord.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several who work at the same time, each on a thread of its own. */
final class Crew implements AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P99 = 0.99;
    private static final int FIRST_ROOM = 1024;

    private final List<Step> steps;

    Crew(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Lets all work for a time. */
    Rate work(Duration time) throws Exception {
        CyclicBarrier start = new CyclicBarrier(steps.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(steps.size())) {
            List<Future<long[]>> all = new ArrayList<>();
            for (Step step : steps) {
                all.add(threads.submit(() -> times(step, time, start)));
            }
            long[] times = new long[0];
            for (Future<long[]> one : all) {
                long[] more = one.get();
                int before = times.length;
                times = Arrays.copyOf(times, before + more.length);
                System.arraycopy(more, 0, times, before, more.length);
            }
            Arrays.sort(times);
            if (times.length == 0) {
                // An embedded database tidies its file up now and then, and everybody waits.
                return new Rate(0, time.toMillis());
            }
            return new Rate(
                    times.length * NANOS_PER_SECOND / time.toNanos(),
                    times[(int) (times.length * P99)] / NANOS_PER_MILLI);
        }
    }

    /** What was done when the time was over does not count any more. */
    private static long[] times(Step step, Duration time, CyclicBarrier start) throws Exception {
        start.await();
        long[] times = new long[FIRST_ROOM];
        int done = 0;
        long now = System.nanoTime();
        long end = now + time.toNanos();
        while (true) {
            step.again();
            long then = System.nanoTime();
            if (then - end > 0) {
                return Arrays.copyOf(times, done);
            }
            if (done == times.length) {
                times = Arrays.copyOf(times, 2 * done);
            }
            times[done++] = then - now;
            now = then;
        }
    }

    @Override
    public void close() throws IOException {
        for (Step step : steps) {
            step.close();
        }
    }
}
