package dev.concord.app.browse;

import dev.concord.record.Row;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row of the grid, which tells assistive technology its place in the whole table, and which of its cells is the current one. */
final class GridRow extends TableRow<Row> {
    private final RowsGrid grid;
    private final IntConsumer laidOut;

    /** @param laidOut given the index of a row that is about to be seen */
    GridRow(RowsGrid grid, IntConsumer laidOut) {
        this.grid = grid;
        this.laidOut = laidOut;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case INDEX -> grid.place(getIndex());
            // The grid itself says which row has the focus; it selects rows, and its rows know of no focused cell then.
            case FOCUS_ITEM ->
                getChildrenUnmodifiable().stream()
                        .filter(child -> child instanceof GridCell cell && cell.current())
                        .findFirst()
                        .orElse(null);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        if (index >= 0) {
            laidOut.accept(index);
        }
    }
}
