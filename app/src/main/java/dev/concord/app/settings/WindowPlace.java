package dev.concord.app.settings;

import java.util.List;

/**
 * The window's last size and state. Immutable; invalid numbers are replaced by valid ones, so that an edited file
 * cannot make the window invisible.
 *
 * @param width of the window when not maximized, in pixels
 * @param height of the window when not maximized, in pixels
 * @param maximized whether it filled the screen
 * @param panes widths of the list of tables and of the record in pixels; empty for the program's own
 */
public record WindowPlace(double width, double height, boolean maximized, List<Double> panes) {
    /** As the window is first seen. */
    public static final WindowPlace DEFAULT = new WindowPlace(1280, 800, false, List.of());

    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 400;
    private static final double MOST = 16_000;

    public WindowPlace {
        width = within(width, LEAST_WIDTH, 1280);
        height = within(height, LEAST_HEIGHT, 800);
        panes = panes.stream().allMatch(pixels -> pixels > 0 && pixels <= MOST) ? List.copyOf(panes) : List.of();
    }

    private static double within(double number, double least, double otherwise) {
        return Double.isFinite(number) ? Math.clamp(number, least, MOST) : otherwise;
    }
}
