package dev.concord.app.action;

import java.util.List;

/**
 * Keys that belong together, for the page of keys.
 *
 * @param place where they are pressed
 */
public record KeyGroup(String place, List<Line> lines) {
    /**
     * What keys do.
     *
     * @param keys as they are written on the keyboard
     * @param name what they do
     */
    public record Line(String keys, String name) {}

    public KeyGroup {
        lines = List.copyOf(lines);
    }

    /** Returns the keys of actions that have any. */
    public static KeyGroup of(String place, List<Action> actions) {
        return new KeyGroup(
                place,
                actions.stream()
                        .filter(action -> !action.keys().isEmpty())
                        .map(action -> new Line(action.keyText(), action.name()))
                        .toList());
    }
}
