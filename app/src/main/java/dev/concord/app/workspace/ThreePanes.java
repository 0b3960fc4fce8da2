package dev.concord.app.workspace;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Three panes side by side with two dividers. The outer panes keep the widths that a person gave them, in pixels, whatever the
 * size of the window: only a drag of a divider changes the widths, so that they survive any number of restarts, also when the
 * window is laid out in one size and then maximised.
 */
final class ThreePanes extends SplitPane {
    private static final double FIRST = 205;
    private static final double LAST = 435;
    private static final double LEAST_FIRST = 120;
    private static final double LEAST_MIDDLE = 320;
    private static final double LEAST_LAST = 320;

    private double first;
    private double last;
    private double laidOut;
    private boolean dragging;

    /**
     * Lays out three panes.
     *
     * @param widths of the first and the last pane in pixels; empty for the usual ones
     */
    ThreePanes(Node start, Region middle, Node end, List<Double> widths) {
        super(start, middle, end);
        // What stands in the middle gives way, and takes nothing from the panes beside it.
        middle.setMinWidth(LEAST_MIDDLE);
        boolean known = widths.size() == 2;
        first = Math.max(LEAST_FIRST, known ? widths.getFirst() : FIRST);
        last = Math.max(LEAST_LAST, known ? widths.getLast() : LAST);
        setResizableWithParent(start, false);
        setResizableWithParent(end, false);
        // The skin consumes what happens at a divider, so this is noticed before.
        addEventFilter(MouseEvent.MOUSE_DRAGGED, drag -> dragging = dragging || isDivider(drag));
        addEventFilter(MouseEvent.MOUSE_RELEASED, release -> {
            if (dragging) {
                dragging = false;
                first = getDividerPositions()[0] * getWidth();
                last = (1 - getDividerPositions()[1]) * getWidth();
            }
        });
    }

    private static boolean isDivider(MouseEvent event) {
        return event.getTarget() instanceof Node target
                && Stream.iterate(target, node -> node != null, Node::getParent)
                        .anyMatch(node -> node.getStyleClass().contains("split-pane-divider"));
    }

    /** The widths of the first and the last pane in pixels, as a person gave them. */
    List<Double> widths() {
        return List.of(first, last);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // After the skin has dealt with the new width: it would keep outer panes narrow that had no room before.
        if (getWidth() != laidOut && getWidth() > 0) {
            laidOut = getWidth();
            double shownFirst = Math.min(first, Math.max(LEAST_FIRST, getWidth() - last - LEAST_MIDDLE));
            double shownLast = Math.min(last, Math.max(LEAST_LAST, getWidth() - shownFirst - LEAST_MIDDLE));
            setDividerPositions(shownFirst / getWidth(), 1 - shownLast / getWidth());
            super.layoutChildren();
        }
    }
}
