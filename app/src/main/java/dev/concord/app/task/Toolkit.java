package dev.concord.app.task;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Starts JavaFX and ends it with the program. It starts in the background, because that takes as long as finding out what
 * the window is to show. Safe to share between threads.
 */
public final class Toolkit {
    private static final String PIPELINES = "prism.order";

    private final CompletableFuture<Void> started = new CompletableFuture<>();
    /** Completed when the tasks of {@link #whenStarted} have been handed to the FX thread. */
    private volatile CompletableFuture<Void> ready = started;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean starting = new AtomicBoolean();

    /** Starts JavaFX in the background, unless it was started before, and returns at once. */
    public void start() {
        if (starting.compareAndSet(false, true)) {
            Thread.ofPlatform().name("toolkit").start(this::startNow);
        }
    }

    private void startNow() {
        try {
            paintWithoutHardware();
            // After the last window is closed, databases and the receiver are still to be closed.
            Platform.startup(() -> Platform.setImplicitExit(false));
            started.complete(null);
        } catch (RuntimeException | Error failed) {
            started.completeExceptionally(failed);
        }
    }

    /**
     * Runs a task on the FX thread as soon as the thread and what the task needs are available; to be called by the
     * thread that calls {@link #run}.
     */
    public <T> void whenStarted(Prefetch<T> needed, Consumer<T> task) {
        ready = ready.thenAcceptBoth(needed.stage(), (started, there) -> Platform.runLater(() -> task.accept(there)));
    }

    /**
     * Runs the program's windows and waits until {@link #end} is called.
     *
     * @param needed what it takes to show them
     * @param windows shows the first window; called on the FX thread
     * @return false when there is no display to show it on
     */
    public <T> boolean run(Prefetch<T> needed, Consumer<T> windows) {
        start();
        whenStarted(needed, windows);
        try {
            ready.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnsupportedOperationException) {
                return false;
            }
            throw e;
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return true;
    }

    /** Ends the wait in {@link #run}, and with it JavaFX, whatever is still shown. */
    public void end() {
        ended.countDown();
    }

    /**
     * Where Linux has no graphics device, as on a virtual machine or a remote desktop, JavaFX loads Mesa, which renders
     * in software, and then renders in software itself; this prevents that, and saves a tenth of a second and fifty
     * megabytes.
     */
    private static void paintWithoutHardware() {
        boolean none = System.getProperty("os.name", "").startsWith("Linux") && !Files.exists(Path.of("/dev/dri"));
        if (none && System.getProperty(PIPELINES) == null) {
            System.setProperty(PIPELINES, "sw");
        }
    }
}
