package dev.concord.app.browse;

import dev.concord.catalog.RowEstimate;
import dev.concord.record.Row;
import java.util.Arrays;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * A grid that tells assistive technology about the whole table, of which it has a few pages: a screen reader says row 7,300,012 of
 * 10 million, not row 12 of 500.
 */
final class RowsGrid extends TableView<Row> {
    private final RowsModel model;
    private final RowNumbers numbers;

    RowsGrid(RowsModel model, RowNumbers numbers) {
        super(model.shown());
        this.model = model;
        this.numbers = numbers;
    }

    /** Which row of the whole table one of the grid's rows is, as far as that is known. */
    int place(int index) {
        return index < 0 ? index : clamp(model.before().orElse(0) + index);
    }

    private int all() {
        long loaded = model.before().orElse(0) + model.rows().size();
        long all = Math.max(loaded, numbers.total().get().map(RowEstimate::rows).orElse(0L));
        return clamp(all + fresh());
    }

    /** How many rows of new records there are after the last one of the table. */
    int fresh() {
        return model.shown().size() - model.rows().size();
    }

    private static int clamp(long rows) {
        return Math.clamp(rows, 0, Integer.MAX_VALUE);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_COUNT -> all();
            // A cell is found by its row, which is asked for by this.
            case ROW_AT_INDEX -> super.queryAccessibleAttribute(attribute, ofGrid(parameters));
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    /** The parameters with the row's index in the grid, where the first of them is its place in the table. */
    private Object[] ofGrid(Object... parameters) {
        Object[] own = Arrays.copyOf(parameters, parameters.length);
        if (own.length > 0 && own[0] instanceof Integer place) {
            own[0] = clamp(place - model.before().orElse(0));
        }
        return own;
    }
}
