package dev.concord.app.control;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Waits by what the toolkit has done, not by the clock: a busy machine may take long from one frame to the next, and
 * what a frame has not laid out is neither found nor hit. Called by tests, never on the FX thread.
 */
public final class Frames {
    /** A machine that needs longer does not answer at all. */
    private static final int MOST_SECONDS = 60;

    private Frames() {}

    /** Returns once everything asked for so far is done and laid out. */
    public static void pass() {
        // What is done first may ask for more, which may again.
        for (int i = 0; i < 5; i++) {
            await(done -> done.complete(true));
        }
        await(Frames::count);
        await(done -> done.complete(true));
    }

    /** Returns once the future, which something begun on the FX thread completes, is complete. */
    private static void await(Consumer<CompletableFuture<Boolean>> begun) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> begun.accept(done));
        try {
            done.get(MOST_SECONDS, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The toolkit paints no more", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns once a condition holds, which is asked on the FX thread, and what made it hold is laid out. */
    public static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                MOST_SECONDS, SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(MOST_SECONDS * 1000L, condition));
        pass();
    }

    /** A timer is called before a frame is laid out: at its third call, two whole frames have passed. */
    private static void count(CompletableFuture<Boolean> passed) {
        new AnimationTimer() {
            private int begun;

            @Override
            public void handle(long now) {
                begun++;
                if (begun == 3) {
                    stop();
                    passed.complete(true);
                }
            }
        }.start();
    }
}
