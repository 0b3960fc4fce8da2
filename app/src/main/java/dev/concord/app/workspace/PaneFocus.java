package dev.concord.app.workspace;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Moves the keyboard focus from pane to pane, as F6 does in mail and file programs: with Tab alone, the user would have
 * to pass all the buttons between a row and the first field of its record. FX thread only.
 *
 * @param inOrder the panes in the order in which they are entered
 */
record PaneFocus(List<Pane> inOrder) {
    /**
     * A pane of the window.
     *
     * @param root the pane with all it holds
     * @param focus moves the keyboard focus to the main control of this pane
     */
    record Pane(Node root, Runnable focus) {}

    PaneFocus {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * Goes some panes on; the first comes after the last, and from outside they are entered at either end.
     *
     * @param by 1 for the next pane, -1 for the one before
     */
    void step(int by) {
        List<Pane> there = inOrder.stream().filter(PaneFocus::seen).toList();
        int from = current(there).orElse(by > 0 ? -1 : 0);
        there.get(Math.floorMod(from + by, there.size())).focus().run();
    }

    /** A pane may have nothing in it. */
    private static boolean seen(Pane pane) {
        return pane.root() instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Node::isVisible);
    }

    private static OptionalInt current(List<Pane> inOrder) {
        Scene scene = inOrder.getFirst().root().getScene();
        List<Node> roots = inOrder.stream().map(Pane::root).toList();
        // When a grid has the keyboard focus, not all of its parents report that the focus is within them. A pane may
        // be in
        // another one.
        return Stream.iterate(scene.getFocusOwner(), Objects::nonNull, Node::getParent)
                .mapToInt(roots::indexOf)
                .filter(place -> place >= 0)
                .findFirst();
    }
}
