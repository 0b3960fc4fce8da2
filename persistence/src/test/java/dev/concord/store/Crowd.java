package dev.concord.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many people who all begin at the same moment. */
public final class Crowd {
    private Crowd() {}

    /** Lets each of them work, and returns what each came to, in order; an error of one is the test's. */
    public static <T> List<T> of(int people, IntFunction<Callable<T>> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(people);
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Future<T>> futures = IntStream.range(0, people)
                    .mapToObj(person -> threads.submit(() -> {
                        together.await();
                        return work.apply(person).call();
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(5, TimeUnit.MINUTES));
            }
            return results;
        }
    }
}
