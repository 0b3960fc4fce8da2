package dev.concord.app.control;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Waits by what the toolkit has done, not by the clock: a busy machine may take long from one frame to the next, and
 * what a frame has not laid out is neither found nor hit. Called by tests, never on the FX thread.
 */
public final class Frames {
    /** A machine that needs longer does not answer at all. */
    private static final int MOST_SECONDS = 60;

    /** What is longer on the screen is cut in a message. */
    private static final int LONG = 40;

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

    /**
     * Returns once a condition holds, which is asked on the FX thread, and what made it hold is laid out.
     *
     * @throws TimeoutException when it does not within a minute; says what is on the screen then
     */
    public static void until(Callable<Boolean> condition) throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(
                    MOST_SECONDS, SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(MOST_SECONDS * 1000L, condition));
        } catch (TimeoutException e) {
            TimeoutException seen = new TimeoutException(
                    "On the screen: " + WaitForAsyncUtils.waitForAsyncFx(MOST_SECONDS * 1000L, Frames::screen));
            seen.initCause(e);
            throw seen;
        }
        pass();
    }

    /** What a person reads in the windows, and where they are scrolled to. */
    private static String screen() {
        return Window.getWindows().stream()
                .flatMap(window -> Stream.ofNullable(window.getScene()))
                .flatMap(scene -> Stream.of(scene.getRoot()))
                .flatMap(root -> root.lookupAll("*").stream())
                .filter(Frames::visible)
                .flatMap(node -> Stream.ofNullable(
                        switch (node) {
                            case Labeled labeled -> labeled.getText();
                            case TextInputControl input -> "[" + input.getText() + "]";
                            case ScrollBar bar -> bar.getValue() + " of " + bar.getMax();
                            default -> null;
                        }))
                .filter(text -> !text.isBlank())
                .map(text -> text.length() <= LONG ? text : text.substring(0, LONG) + "…")
                .collect(Collectors.joining(" | "));
    }

    private static boolean visible(Node node) {
        return node.isVisible() && (node.getParent() == null || visible(node.getParent()));
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
