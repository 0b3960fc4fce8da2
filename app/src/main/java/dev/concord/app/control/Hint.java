package dev.concord.app.control;

import java.util.Objects;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A few words on a control, which are shown when the mouse rests on it and read out by screen readers. A tooltip is a
 * window of its own, and most are never looked at, so it is made when the mouse comes by. FX thread only.
 */
public final class Hint {
    private final Control control;
    private String words = "";

    private Hint(Control control) {
        this.control = control;
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, entered -> show());
    }

    /** A hint that says nothing yet. One for each control. */
    public static Hint on(Control control) {
        return new Hint(control);
    }

    /** Puts a hint on a control that always says the same. */
    public static void put(Control control, String words) {
        on(control).say(words);
    }

    /** Says something else from now on; nothing, when the words are empty. What others tell screen readers stays. */
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
