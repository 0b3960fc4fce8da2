package dev.concord.app.task;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Starts JavaFX and ends it with the program. */
public final class Toolkit {
    private Toolkit() {}

    /**
     * Runs the program's windows and waits until it says that it has come to its end.
     *
     * @param start shows the first window; called on the FX thread with what ends the program, whatever is still shown
     * @return false when there is no display to show it on
     */
    public static boolean run(Consumer<Runnable> start) {
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                // With no window left there is something to put away.
                Platform.setImplicitExit(false);
                start.accept(ended::countDown);
            });
        } catch (UnsupportedOperationException noDisplay) {
            return false;
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return true;
    }
}
