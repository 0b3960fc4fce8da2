package dev.concord.app.shell;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.Node;

/**
 * Steps from pane to pane, as F6 does in mail and file programs: from a row to the first field of its record one would have
 * to tab through all the buttons between. FX thread only.
 *
 * @param inOrder the panes from left to right
 */
record Panes(List<Pane> inOrder) {
    /**
     * A pane of the window.
     *
     * @param root the pane with all it holds
     * @param focus puts the keyboard where one wants it in this pane
     */
    record Pane(Node root, Runnable focus) {}

    Panes {
        inOrder = List.copyOf(inOrder);
    }

    /**
     * Goes some panes on; the first comes after the last, and from outside they are entered at either end.
     *
     * @param by 1 for the next pane, -1 for the one before
     */
    void step(int by) {
        int from = current().orElse(by > 0 ? -1 : 0);
        inOrder.get(Math.floorMod(from + by, inOrder.size())).focus().run();
    }

    private OptionalInt current() {
        return IntStream.range(0, inOrder.size())
                .filter(i -> inOrder.get(i).root().isFocusWithin())
                .findFirst();
    }
}
