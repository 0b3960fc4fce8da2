package dev.concord.app.task;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts JavaFX and ends it with the main window. */
public final class Toolkit {
    private Toolkit() {}

    /**
     * Shows the main window and waits until it is closed.
     *
     * @param start fills the window and shows it; called on the FX thread
     * @return false when there is no display to show it on
     */
    public static boolean show(Consumer<Stage> start) {
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> {
                Stage stage = new Stage();
                stage.setOnHidden(hidden -> closed.countDown());
                start.accept(stage);
            });
        } catch (UnsupportedOperationException noDisplay) {
            return false;
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return true;
    }
}
