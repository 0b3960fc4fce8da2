package dev.concord.app.cells;

import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.collections.ListChangeListener;

/**
 * The row at one end of a selection: named by its record, or by itself where the table has no key, and never by its place, because
 * rows come and go, and are sorted, around it. Immutable.
 *
 * @param row as it was seen last
 * @param key its record; empty where the table has no key
 * @param place where it is now
 * @param index its index among the rows loaded; -1 when it is not among them
 * @param number how many rows of the table are before it; empty while nobody knows
 */
record RowEnd(Row row, Optional<RecordKey> key, Place place, int index, OptionalLong number) {
    /** Where the row is, seen from the rows loaded. */
    enum Place {
        LOADED,
        ABOVE,
        BELOW,
        /** Nowhere, as far as one can see. */
        LOST
    }

    /** The row at an index among those loaded. */
    static RowEnd at(GridRows grid, int index) {
        Row row = grid.rows().get(index);
        return new RowEnd(row, grid.keyOf(row), Place.LOADED, index, number(grid, index));
    }

    /** A record whose row is not loaded. */
    static RowEnd of(RecordKey key) {
        return new RowEnd(key.columns(), Optional.of(key), Place.LOST, -1, OptionalLong.empty());
    }

    private static OptionalLong number(GridRows grid, int index) {
        return grid.before().isPresent() ? OptionalLong.of(grid.before().getAsLong() + index) : OptionalLong.empty();
    }

    boolean lost() {
        return place == Place.LOST;
    }

    /** The same row after a record has got another key. */
    RowEnd renamed(RecordKey before, RecordKey now) {
        return key.equals(Optional.of(before)) ? new RowEnd(row, Optional.of(now), place, index, number) : this;
    }

    /** An index that compares with those of the rows loaded: before the first, after the last, or its own. */
    int order(int loaded) {
        return switch (place) {
            case LOADED -> index;
            case ABOVE, LOST -> -1;
            case BELOW -> loaded;
        };
    }

    /** The same row after the rows loaded have changed. */
    RowEnd after(ListChangeListener.Change<? extends Row> change, GridRows grid) {
        int now = find(grid);
        if (now >= 0) {
            return at(grid, now);
        }
        Place away = away(change, grid);
        boolean there = away == Place.ABOVE ? grid.above() : away == Place.BELOW && grid.below();
        return new RowEnd(row, key, there ? away : Place.LOST, -1, number);
    }

    /** Rows without a key may be equal, and are different rows all the same. */
    @SuppressWarnings("ReferenceEquality")
    private boolean itself(Row other) {
        return other == row;
    }

    private int find(GridRows grid) {
        List<Row> rows = grid.rows();
        if (index >= 0 && index < rows.size() && itself(rows.get(index))) {
            return index;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (itself(rows.get(i))) {
                return i;
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean same = key.isPresent()
                    ? grid.keyOf(rows.get(i)).equals(key)
                    : rows.get(i).equals(row);
            if (same) {
                return i;
            }
        }
        return -1;
    }

    /** Where a row is that is not loaded any more. */
    private Place away(ListChangeListener.Change<? extends Row> change, GridRows grid) {
        if (number.isPresent() && grid.before().isPresent()) {
            long first = grid.before().getAsLong();
            return number.getAsLong() < first
                    ? Place.ABOVE
                    : number.getAsLong() >= first + grid.rows().size() ? Place.BELOW : Place.LOST;
        }
        if (place != Place.LOADED) {
            return place;
        }
        change.reset();
        while (change.next()) {
            if (change.wasReplaced()) {
                return grid.below() ? grid.above() ? Place.LOST : Place.BELOW : Place.ABOVE;
            }
            if (change.wasRemoved()) {
                return change.getFrom() == 0
                        ? Place.ABOVE
                        : change.getFrom() == grid.rows().size() ? Place.BELOW : Place.LOST;
            }
        }
        return Place.LOST;
    }
}
