package dev.concord.sql;

/**
 * A query for many rows, rendered once and run many times: with the values of its filter, which stay the same, and then those of the place
 * it begins at, which are others each time. Immutable.
 *
 * @param statement the text, and the columns it reads
 * @param filter the values of the filter
 */
public record RenderedQuery(RenderedStatement statement, BoundParameters filter) {

    /** Returns all values of one run. */
    public BoundParameters with(BoundParameters place) {
        return new BoundParameters().and(filter).and(place);
    }
}
