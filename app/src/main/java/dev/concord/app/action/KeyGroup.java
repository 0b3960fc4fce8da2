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
}
