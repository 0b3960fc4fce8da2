package dev.concord.app.browse;

import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.query.Position;
import dev.concord.query.RowMark;
import dev.concord.query.RowSample;
import dev.concord.store.RecordStore;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The rows that a jump into the middle of a table leads to.
 *
 * @param page the rows, from the first one to show
 * @param before how many rows are before it
 * @param place where the page begins if that number is a guess; empty where it was counted
 * @param mark what was counted, to begin with the next time
 */
record Landing(Page page, long before, Optional<Position.Beside> place, Optional<RowMark> mark) {
    /**
     * Jumps to a row by its number: counts from the nearest row whose number is known, or, where that is far, guesses.
     *
     * @param marks rows whose numbers are known, by their numbers; the first row among them
     * @param near how many rows are counted off rather than guessed
     * @param total how many rows there are, about
     * @param sample where they are, about; empty while nobody knows
     */
    static Landing at(
            RecordStore store,
            PageRequest order,
            NavigableMap<Long, RowMark> marks,
            long near,
            long total,
            Optional<RowSample> sample,
            long row) {
        RowMark known = marks.floorEntry(row).getValue();
        long missing = row - known.before();
        // Where the rows of a filter are is not to be guessed from all rows.
        if (missing > near && order.filter().isEmpty()) {
            double part = (double) row / Math.max(1, total);
            Optional<Position> guess =
                    sample.isPresent() ? sample.get().at(part) : store.places().guess(order, part);
            if (guess.isPresent() && guess.get() instanceof Position.Beside place) {
                return new Landing(store.page(order.after(place)), row, Optional.of(place), Optional.empty());
            }
        }
        Optional<RowMark> mark =
                missing == 0 ? Optional.of(known) : store.places().mark(order, known, missing);
        if (mark.isEmpty()) {
            Position place = new Position.Counted(row, true);
            return new Landing(store.page(order.after(place)), row, Optional.empty(), Optional.empty());
        }
        RowMark counted = mark.get();
        if (counted.atEnd()) {
            Page last = store.page(order.last());
            return new Landing(last, counted.before() - last.rows().size(), Optional.empty(), Optional.empty());
        }
        return new Landing(store.page(order.after(counted.position())), counted.before(), Optional.empty(), mark);
    }
}
