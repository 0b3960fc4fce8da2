package dev.concord.app.conflict.sides;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** Keys that do the same wherever in a view the keyboard is, and nothing else once they did. */
public final class Keys {
    private Keys() {}

    /**
     * Hears every key pressed in a view before what is in it does.
     *
     * @param withControl whether a key pressed with Ctrl did something
     * @param plain whether a key pressed without it did
     */
    public static void listen(Node view, Predicate<KeyEvent> withControl, Predicate<KeyEvent> plain) {
        view.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if ((event.isShortcutDown() ? withControl : plain).test(event)) {
                event.consume();
            }
        });
    }

    /** Does something; always true, as the answer to a key that did. */
    public static boolean run(Runnable action) {
        action.run();
        return true;
    }
}
