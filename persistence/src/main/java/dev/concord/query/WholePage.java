package dev.concord.query;

import dev.concord.record.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * Some rows of a table, each whole and with its token, as one row is read for editing. A value may have millions of bytes, so
 * ask for few rows at a time.
 *
 * @param rows in the order asked for
 * @param previous where the page before this one ends, as in {@link Page}
 * @param next where the next page starts, as in {@link Page}
 */
public record WholePage(List<Snapshot> rows, Optional<Position> previous, Optional<Position> next) {

    /** A page of a table that has no rows. */
    public static final WholePage EMPTY = new WholePage(List.of(), Optional.empty(), Optional.empty());

    public WholePage {
        rows = List.copyOf(rows);
    }
}
