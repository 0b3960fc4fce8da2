package dev.concord.app.control;

import java.util.Objects;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A few words on a control, which are shown when the mouse rests on it and read out by screen readers. A tooltip is a
 * window, and most are never shown, so it is created when the mouse enters the control. FX thread only.
 */
public final class Hint {
    private final Control control;
    private String words = "";

    private Hint(Control control) {
        this.control = control;
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, entered -> show());
    }

    /** Returns a hint without words. One for each control. */
    public static Hint on(Control control) {
        return new Hint(control);
    }

    /** Adds a hint with fixed words to a control. */
    public static void put(Control control, String words) {
        on(control).say(words);
    }

    /** Replaces the words; empty words remove the hint. Accessible text that other code has set is kept. */
    public void say(String other) {
        if (Objects.equals(control.getAccessibleHelp(), spoken(words))) {
            control.setAccessibleHelp(spoken(other));
        }
        words = other;
        if (control.getTooltip() != null || control.isHover()) {
            show();
        }
    }

    private static @Nullable String spoken(String words) {
        return words.isEmpty() ? null : words;
    }

    private void show() {
        Tooltip shown = control.getTooltip();
        if (words.isEmpty()) {
            control.setTooltip(null);
        } else if (shown == null) {
            control.setTooltip(new Tooltip(words));
        } else {
            shown.setText(words);
        }
    }
}
