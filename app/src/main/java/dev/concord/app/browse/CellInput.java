package dev.concord.app.browse;

import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodRequests;

/** Tells an input method where the text that it composes goes: into the current cell, which has no text of its own yet. */
final class CellInput implements InputMethodRequests {
    private final Supplier<Point2D> place;

    /** @param place returns the lower left corner of the current cell on the screen */
    CellInput(Supplier<Point2D> place) {
        this.place = place;
    }

    @Override
    public Point2D getTextLocation(int offset) {
        return place.get();
    }

    @Override
    public int getLocationOffset(int x, int y) {
        return 0;
    }

    @Override
    public void cancelLatestCommittedText() {
        // What was committed is in the editor of the cell.
    }

    @Override
    public String getSelectedText() {
        return "";
    }
}
