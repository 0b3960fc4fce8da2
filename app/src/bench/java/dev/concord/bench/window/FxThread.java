package dev.concord.bench.window;

import dev.concord.ui.theme.Theme;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;

/** Runs the work of benchmarks on the FX thread, and waits for what it paints. Called by the main thread. */
final class FxThread {
    static final double NANOS_PER_MILLI = 1e6;

    private FxThread() {}

    static void start() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
            started.countDown();
        });
        started.await();
    }

    /** Runs work on the FX thread and waits for it; what it throws comes as the cause of an unchecked exception. */
    static <T> T call(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs work on the FX thread and waits until a condition holds and what made it hold has been painted.
     *
     * @return the milliseconds from the beginning of the work
     */
    static double painted(Runnable work, BooleanSupplier until) throws Exception {
        CompletableFuture<Long> done = new CompletableFuture<>();
        long begun = System.nanoTime();
        Platform.runLater(() -> {
            work.run();
            // Called before a frame is laid out and painted: at the second call after the condition holds, it is.
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    if (frames > 0 || until.getAsBoolean()) {
                        frames++;
                        Platform.requestNextPulse();
                    }
                    if (frames == 2) {
                        stop();
                        done.complete(System.nanoTime());
                    }
                }
            }.start();
        });
        return (done.get() - begun) / NANOS_PER_MILLI;
    }

    static double median(List<Double> values) {
        double[] sorted = sorted(values);
        return sorted[sorted.length / 2];
    }

    static double most(List<Double> values) {
        return sorted(values)[values.size() - 1];
    }

    private static double[] sorted(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
