package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.query.PageOrder.Term;
import dev.concord.query.RowSample.Stretch;
import dev.concord.record.Value;
import dev.concord.sql.BoundParameters;
import dev.concord.sql.RenderedQuery;
import dev.concord.sql.TableAccess;
import dev.concord.sql.TableSql;
import dev.concord.sql.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Finds out where the rows of a table are by looking at its first column of an order in some places: which values are next to the place, and
 * how far from there some hundred rows reach. Each look is four lookups in an index. It looks again between two places as long as the rows
 * between them may be far from what both say. NULLs are left out, and so are rows behind a filter.
 */
final class RowSampler {
    /** The places looked at first. */
    private static final int CELLS = 32;

    private static final int MOST_LOOKS = 128;

    /** Over so many rows is measured how dense they are. */
    private static final int STRIDE = 500;

    /** The part of all rows that may be elsewhere. */
    private static final double ENOUGH = 0.001;

    /** What a look may take, in nanoseconds; where it takes longer there is no index, and each look reads the whole table. */
    private static final long SLOW = 100_000_000;

    private final TableAccess table;
    private final TableSql sql;
    private final PageOrder order;

    RowSampler(TableAccess table, PageRequest request) {
        this.table = table;
        this.sql = table.sql();
        this.order = PageOrder.of(sql, request.sort());
    }

    /**
     * Returns what the least and the greatest value say, as if the rows were spread evenly between them.
     *
     * @return empty where the first column of the order has neither numbers nor dates and times
     */
    Optional<RowSample> ends() {
        return first().flatMap(term -> table.transactions().read(transaction -> sample(transaction, term, false)));
    }

    /** Returns the same with looks in between; it may take a second, for the sake of later guesses. */
    Optional<RowSample> sample() {
        return first().flatMap(term -> table.transactions().read(transaction -> sample(transaction, term, true)));
    }

    private Optional<Term> first() {
        return order.byPosition() ? order.terms().stream().findFirst() : Optional.empty();
    }

    private Optional<RowSample> sample(Transaction transaction, Term term, boolean between) throws SQLException {
        Looks looks = new Looks(transaction, term.column());
        Value least = looks.least();
        Value most = looks.most();
        if (NumberLine.of(least).isEmpty() || NumberLine.of(most).isEmpty()) {
            return Optional.empty();
        }
        List<Stretch> stretches = between
                ? looks.stretches(least, most)
                : List.of(new Stretch(
                        NumberLine.of(least).getAsDouble(), NumberLine.of(most).getAsDouble(), 1));
        return Optional.of(new RowSample(term.column().name(), term.ascending(), least, stretches));
    }

    /**
     * What is on both sides of a place.
     *
     * @param before the greatest value before it
     * @param densityBefore how many rows a step of one on the number line has there; not a number where there are few rows
     * @param after the least value from there on
     * @param densityAfter the same behind it
     */
    private record Look(double before, double densityBefore, double after, double densityAfter) {}

    /** The rows between two places looked at. */
    private record Cell(Look from, double begin, Look to, double end, double step) {
        double width() {
            return to.before() < from.after() ? 0 : to.before() - from.after() + step;
        }

        double rows() {
            if (width() == 0) {
                return 0;
            }
            return Double.isNaN(left()) && Double.isNaN(right()) ? STRIDE / 2.0 : width() * (left() + right()) / 2;
        }

        /** How many of the rows may be elsewhere. */
        double doubt() {
            return width() == 0 || Double.isNaN(left()) ? 0 : width() * Math.abs(left() - right()) / 2;
        }

        private double left() {
            return Double.isNaN(from.densityAfter()) ? to.densityBefore() : from.densityAfter();
        }

        private double right() {
            return Double.isNaN(to.densityBefore()) ? from.densityAfter() : to.densityBefore();
        }
    }

    /** The looks at one column over one connection. */
    private final class Looks {
        private final Transaction transaction;
        private final Column column;

        Looks(Transaction transaction, Column column) {
            this.transaction = transaction;
            this.column = column;
        }

        Value least() throws SQLException {
            return value(true, Optional.empty(), 0);
        }

        Value most() throws SQLException {
            return value(false, Optional.empty(), 0);
        }

        List<Stretch> stretches(Value least, Value most) throws SQLException {
            double from = NumberLine.of(least).orElseThrow();
            double to = NumberLine.of(most).orElseThrow();
            double step = NumberLine.step(least);
            // The queries are rendered and planned at the first look.
            look(from, least);
            long began = System.nanoTime();
            Look first = look(from, least);
            boolean slow = System.nanoTime() - began > SLOW;
            if (slow || to - from < CELLS * step) {
                return List.of(new Stretch(from, to, 1));
            }
            List<Cell> cells = new ArrayList<>();
            Look last = first;
            double left = from;
            for (int i = 1; i <= CELLS; i++) {
                double right = from + (to - from) * i / CELLS;
                Look here = look(right, least);
                cells.add(new Cell(last, left, here, right, step));
                last = here;
                left = right;
            }
            for (int looks = CELLS; looks < MOST_LOOKS; looks++) {
                Cell worst = worst(cells);
                if (worst.doubt()
                                < ENOUGH
                                        / CELLS
                                        * cells.stream().mapToDouble(Cell::rows).sum()
                        || worst.width() < 2 * step) {
                    break;
                }
                double middle = (worst.begin() + worst.end()) / 2;
                Look here = look(middle, least);
                int place = cells.indexOf(worst);
                cells.set(place, new Cell(worst.from(), worst.begin(), here, middle, step));
                cells.add(place + 1, new Cell(here, middle, worst.to(), worst.end(), step));
            }
            return cells.stream()
                    .filter(cell -> cell.width() > 0)
                    .map(cell -> new Stretch(cell.from().after(), cell.to().before(), cell.rows()))
                    .toList();
        }

        private static Cell worst(List<Cell> cells) {
            Cell worst = cells.getFirst();
            for (Cell cell : cells) {
                worst = cell.doubt() > worst.doubt() ? cell : worst;
            }
            return worst;
        }

        private Look look(double place, Value like) throws SQLException {
            Optional<Value> at = NumberLine.at(place, like);
            double step = NumberLine.step(like);
            double before = number(value(false, at, 0), Double.NEGATIVE_INFINITY);
            double wellBefore = number(value(false, at, STRIDE), Double.NaN);
            double after = number(value(true, at, 0), Double.POSITIVE_INFINITY);
            double wellAfter = number(value(true, at, STRIDE), Double.NaN);
            return new Look(
                    before,
                    STRIDE / Math.max(step, before - wellBefore),
                    after,
                    STRIDE / Math.max(step, wellAfter - after));
        }

        private static double number(Value value, double none) {
            return NumberLine.of(value).orElse(none);
        }

        /**
         * Returns the value some rows from a place; NULL where there are not so many.
         *
         * @param upwards whether those from there on are meant, itself included; otherwise those before it
         */
        private Value value(boolean upwards, Optional<Value> from, int rows) throws SQLException {
            RenderedQuery query = table.queries()
                    .cached(
                            List.of("look", column.name(), upwards, from.isPresent(), rows),
                            () -> rendered(upwards, from, rows));
            BoundParameters place = new BoundParameters();
            from.ifPresent(value -> place.and(column, value));
            return transaction
                    .rows(query.statement(), query.with(place))
                    .first()
                    .map(row -> row.get(column.name()))
                    .orElse(Value.ofNull());
        }

        private RenderedQuery rendered(boolean upwards, Optional<Value> from, int rows) {
            Field<Value> field = sql.stored(column.name());
            Condition beyond = from.map(value -> upwards ? field.ge(value) : field.lt(value))
                    .orElseGet(field::isNotNull);
            return table.queries()
                    .rendered(
                            DSL.select(sql.reading(column))
                                    .from(sql.from())
                                    .where(beyond)
                                    .orderBy(upwards ? field.asc() : field.desc())
                                    .limit(DSL.inline(1))
                                    .offset(DSL.inline(rows)),
                            List.of(column),
                            DSL.noCondition());
        }
    }
}
