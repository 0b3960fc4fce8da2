package dev.concord.app.inplace;

import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import java.util.Optional;
import javafx.geometry.Bounds;

/** The grid below a floating editor. FX thread only. */
public interface EditorHost {

    /** Where a cell is in the scene; empty while its row or column is not in sight. */
    Optional<Bounds> place(RecordKey key, Column column);

    /** Where the current cell is in the scene; empty while it is not in sight. */
    Optional<Bounds> current();

    /** Scrolls a cell into sight. */
    void reveal(RecordKey key, Column column);

    /** Gives the keyboard focus back to the grid, and sets all cells selected to what was typed. */
    void fill(String typed);

    /** Gives the keyboard focus back to the grid, and moves its current cell. */
    void leave(CellMove move);
}
