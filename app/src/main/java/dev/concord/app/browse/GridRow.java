package dev.concord.app.browse;

import dev.concord.record.Row;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row of the grid, which tells assistive technology its place in the whole table, and which of its cells is the current one. */
final class GridRow extends TableRow<Row> {
    private final RowsGrid grid;
    private final FrozenColumns frozen;
    private final IntConsumer laidOut;

    /** @param laidOut given the index of a row that is about to be seen */
    GridRow(RowsGrid grid, FrozenColumns frozen, IntConsumer laidOut) {
        this.grid = grid;
        this.frozen = frozen;
        this.laidOut = laidOut;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new FrozenRowSkin(this, frozen);
    }

    /** The cells of values that are laid out. */
    Stream<GridCell> cells() {
        return getChildrenUnmodifiable().stream()
                .flatMap(child ->
                        child instanceof FrozenCells some ? some.getChildrenUnmodifiable().stream() : Stream.of(child))
                .flatMap(child -> child instanceof GridCell cell ? Stream.of(cell) : Stream.empty());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case INDEX -> grid.place(getIndex());
            // The grid itself says which row has the focus; it selects rows, and its rows know of no focused cell then.
            case FOCUS_ITEM -> cells().filter(GridCell::current).findFirst().orElse(null);
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
