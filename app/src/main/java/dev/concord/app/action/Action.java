package dev.concord.app.action;

import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Something a person can do in a window. It is written down once, so that the key that does it, the menu, the palette and the
 * page of keys cannot say different things. FX thread only.
 *
 * @param name as people read it
 * @param keys that do it; the first is the one that is shown
 * @param possible whether it makes sense now
 * @param run does it
 */
public record Action(String name, List<KeyCombination> keys, BooleanSupplier possible, Runnable run) {

    public Action {
        keys = List.copyOf(keys);
    }

    /** Something that can always be done. */
    public Action(String name, Runnable run, KeyCombination... keys) {
        this(name, List.of(keys), () -> true, run);
    }

    /** Returns this action, possible only at some times. */
    public Action when(BooleanSupplier condition) {
        return new Action(name, keys, condition, run);
    }

    /** The keys as they are named on the keyboards of a language, such as {@code Ctrl+S} or {@code Strg+S}; empty where there are none. */
    public String keyText(Texts texts) {
        return keys.stream()
                .limit(1)
                .map(KeyCombination::getDisplayText)
                .map(shown -> shown.replace("Ctrl+", texts.get("keys.name.ctrl") + "+")
                        .replace("Shift+", texts.get("keys.name.shift") + "+"))
                .collect(Collectors.joining());
    }

    /** Returns a new entry for a menu. */
    public MenuItem entry() {
        MenuItem entry = new MenuItem(name);
        keys.stream().findFirst().ifPresent(entry::setAccelerator);
        entry.setOnAction(chosen -> run.run());
        return entry;
    }

    /**
     * Does what a key is for, and consumes it, also where that is not possible now.
     *
     * @return whether the key is one of theirs
     */
    public static boolean press(List<Action> actions, KeyEvent key) {
        for (Action action : actions) {
            if (action.keys().stream().anyMatch(combination -> combination.match(key))) {
                key.consume();
                if (action.possible().getAsBoolean()) {
                    action.run().run();
                }
                return true;
            }
        }
        return false;
    }
}
