package dev.concord.query;

import dev.concord.outcome.StoreFault;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out how many rows a table has, and where the row of a number is. The orders and filters are those of requests for pages. Safe to
 * share between threads; never call it on the FX thread, since large tables take seconds.
 */
public final class RowPlaces {
    private final ReadableTables tables;

    public RowPlaces(ReadableTables tables) {
        this.tables = tables;
    }

    /**
     * Counts off rows.
     *
     * @param from where to begin, for example {@link RowMark#START}
     * @param rows how many rows further on, at least 1
     * @return that row, or the end of the table; empty where the rows cannot be compared in this order, or there is no such table
     * @throws StoreFault when the database cannot be read
     */
    public Optional<RowMark> mark(PageRequest order, RowMark from, long rows) {
        return tables.read(order.table(), table -> new RowCounter(tables, table, order).after(from, rows))
                .flatMap(Function.identity());
    }

    /**
     * Counts the rows before a place.
     *
     * @return empty where the rows cannot be compared in this order, or there is no such table
     * @throws StoreFault when the database cannot be read
     */
    public Optional<Long> before(PageRequest order, Position.Beside place) {
        return tables.read(order.table(), table -> new RowCounter(tables, table, order).before(place))
                .flatMap(Function.identity());
    }

    /**
     * Counts all rows.
     *
     * @return 0 when there is no such table
     * @throws StoreFault when the database cannot be read
     */
    public long count(PageRequest order) {
        return tables.read(order.table(), table -> new RowCounter(tables, table, order).all())
                .orElse(0L);
    }

    /**
     * Guesses the place before which a part of all rows are, whatever the filter, as if they were spread evenly between the least and the
     * greatest value: two lookups in an index.
     *
     * @param part from 0 to 1
     * @return empty where no guess can be made from the first column of the order
     * @throws StoreFault when the database cannot be read
     */
    public Optional<Position> guess(PageRequest order, double part) {
        return tables.read(order.table(), table -> new RowSampler(table, order).ends())
                .flatMap(Function.identity())
                .flatMap(sample -> sample.at(part));
    }

    /**
     * Looks where the rows are, whatever the filter, for better guesses: some hundred lookups in an index.
     *
     * @return empty where no guess can be made from the first column of the order
     * @throws StoreFault when the database cannot be read
     */
    public Optional<RowSample> sample(PageRequest order) {
        return tables.read(order.table(), table -> new RowSampler(table, order).sample())
                .flatMap(Function.identity());
    }
}
