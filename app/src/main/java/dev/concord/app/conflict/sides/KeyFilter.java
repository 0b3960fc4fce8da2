package dev.concord.app.conflict.sides;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * Handles keys for a whole view, before the control that has the keyboard focus; a key that was handled is consumed.
 */
public final class KeyFilter {
    private KeyFilter() {}

    /**
     * Adds the filter to a view.
     *
     * @param withControl handles a key pressed with Ctrl; returns whether it did something
     * @param plain handles a key pressed without Ctrl; returns whether it did something
     */
    public static void listen(Node view, Predicate<KeyEvent> withControl, Predicate<KeyEvent> plain) {
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if ((event.isShortcutDown() ? withControl : plain).test(event)) {
                event.consume();
            }
        });
    }

    /** Runs an action and returns true, for a key that did something. */
    public static boolean run(Runnable action) {
        action.run();
        return true;
    }
}
