package dev.concord.query;

import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;

/**
 * Where the rows of a table are, about, in one order: between some values of its first column how many rows there are. From a part of the
 * rows to a value it is monotone, and linear from one of these values to the next. Immutable.
 */
public final class RowSample {
    private final String column;
    private final boolean ascending;
    private final Value like;
    private final List<Stretch> stretches;

    /**
     * Values without a gap, as far as is known.
     *
     * @param from the least value, on the number line
     * @param to the greatest value
     * @param rows how many rows, about; only what the stretches are to each other counts
     */
    record Stretch(double from, double to, double rows) {}

    /**
     * @param like any of the column's values
     * @param stretches from the least value on; at least one
     */
    RowSample(String column, boolean ascending, Value like, List<Stretch> stretches) {
        this.column = column;
        this.ascending = ascending;
        this.like = like;
        this.stretches = List.copyOf(stretches);
    }

    /**
     * Returns the place before which a part of the rows are, about.
     *
     * @param part from 0 to 1
     */
    public Optional<Position> at(double part) {
        double all = stretches.stream().mapToDouble(Stretch::rows).sum();
        double wanted = all * (ascending ? part : 1 - part);
        Stretch last = stretches.getLast();
        double place = last.to();
        for (Stretch stretch : stretches) {
            if (wanted <= stretch.rows() && stretch.rows() > 0) {
                place = stretch.from() + (stretch.to() - stretch.from()) * (wanted / stretch.rows());
                break;
            }
            wanted -= stretch.rows();
        }
        return NumberLine.at(place, like).map(value -> Position.before(Row.of(column, value)));
    }
}
