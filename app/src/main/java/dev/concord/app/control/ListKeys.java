package dev.concord.app.control;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;

/** Moves the selection of a list by keys that are pressed in the field above it, which keeps the keyboard focus. FX thread only. */
public final class ListKeys {
    private static final int PAGE = 8;

    private final ListView<?> list;

    public ListKeys(ListView<?> list) {
        this.list = list;
    }

    /** Whether a key is one that moves the selection. */
    public static boolean moves(KeyEvent key) {
        return rows(key) != 0;
    }

    /** Moves the selection, if the key is one for that; returns whether it is. */
    public boolean press(KeyEvent key) {
        int rows = rows(key);
        if (rows != 0) {
            step(rows);
        }
        return rows != 0;
    }

    /** Moves the selection by some rows, to the first or the last row at most. */
    public void step(int rows) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            list.getSelectionModel()
                    .select(Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) rows, 0, last));
            show();
        }
    }

    /** By how many rows a key moves the selection; 0 where it does not. */
    private static int rows(KeyEvent key) {
        if (key.isShiftDown() || key.isControlDown() || key.isAltDown() || key.isMetaDown()) {
            return 0;
        }
        return switch (key.getCode()) {
            case DOWN, KP_DOWN -> 1;
            case UP, KP_UP -> -1;
            case PAGE_DOWN -> PAGE;
            case PAGE_UP -> -PAGE;
            default -> 0;
        };
    }

    /** Scrolls so that rows before the selected one are in sight, too. */
    public void show() {
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - PAGE / 2));
    }
}
