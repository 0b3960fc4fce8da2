package dev.concord.query;

import dev.concord.catalog.Column;
import dev.concord.query.PageOrder.Term;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.sql.BoundParameters;
import dev.concord.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * Reads on from a place between two rows by comparing the columns of the order, so that it takes the same time at any depth.
 *
 * <p>The rows after {@code (a, b)} in the order of two columns are those with the same first column and a later second one, and
 * then those with a later first column. Each of these segments is a query of its own: its condition is one range of an index on
 * the columns of the order, which the same in one condition with OR is not on most databases. NULLs are a segment, too, so that
 * no expression hides the first column's index.
 *
 * @param sql the table
 * @param terms the columns of the order; together they tell any two rows apart
 * @param forwards whether rows are read in that order; otherwise in the reverse of it
 */
record Keyset(TableSql sql, List<Term> terms, boolean forwards) {

    /** How a column is compared. */
    private enum Relation {
        SAME,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST,
        NULL,
        NOT_NULL
    }

    /**
     * One column compared.
     *
     * @param value with what; NULL where it is compared with no value
     */
    private record Comparison(Column column, Relation relation, Value value) {
        boolean bound() {
            return !value.isNull();
        }

        Condition in(TableSql sql) {
            Field<Value> field = sql.stored(column.name());
            return switch (relation) {
                case SAME -> sql.is(column.name(), value);
                case LESS -> field.lt(sql.place(column.name(), value));
                case AT_MOST -> field.le(sql.place(column.name(), value));
                case GREATER -> field.gt(sql.place(column.name(), value));
                case AT_LEAST -> field.ge(sql.place(column.name(), value));
                case NULL -> field.isNull();
                case NOT_NULL -> field.isNotNull();
            };
        }
    }

    /**
     * What rows of a segment are sorted by.
     *
     * @param from the first term of the order in which they differ
     * @param filled whether that is never NULL in these rows
     */
    private record Sorting(int from, boolean filled) {}

    /** Neighbouring rows that one query reads in order. */
    static final class Segment {
        private final Keyset keyset;
        private final List<Comparison> comparisons;
        private final Sorting sorting;

        private Segment(Keyset keyset, List<Comparison> comparisons, Sorting sorting) {
            this.keyset = keyset;
            this.comparisons = comparisons;
            this.sorting = sorting;
        }

        /** Which rows these are. */
        Condition condition() {
            return DSL.and(comparisons.stream()
                    .map(comparison -> comparison.in(keyset.sql()))
                    .toList());
        }

        /** Their order. */
        List<SortField<?>> order() {
            return keyset.order(sorting);
        }

        /** The values of the condition, in the order in which it has them. */
        BoundParameters values() {
            BoundParameters values = new BoundParameters();
            comparisons.stream()
                    .filter(Comparison::bound)
                    .forEach(comparison -> values.and(comparison.column(), comparison.value()));
            return values;
        }

        /** All that the text of the condition and the order depend on besides the order of the table. */
        List<Object> shape() {
            List<Object> shape = new ArrayList<>();
            for (Comparison comparison : comparisons) {
                shape.add(comparison.column().name());
                shape.add(comparison.relation());
                shape.add(comparison.bound() ? keyset.sql().placeholder(comparison.column(), comparison.value()) : "");
            }
            shape.add(sorting);
            return shape;
        }
    }

    /** Returns the segments from a place on, the nearest first. */
    List<Segment> from(Position.Beside place) {
        List<Value> values = known(place.values());
        boolean inclusive = (place.side() == Position.Side.BEFORE) == forwards;
        List<Segment> segments = new ArrayList<>();
        for (int i = values.size() - 1; i >= 0; i--) {
            List<Comparison> equalSoFar = equal(values.subList(0, i));
            beyond(i, values.get(i), inclusive && i == values.size() - 1)
                    .forEach(part -> segments.add(part.within(this, equalSoFar)));
        }
        return segments;
    }

    /** Returns the segments that make up all rows. */
    List<Segment> all() {
        return split(0).stream().map(part -> part.within(this, List.of())).toList();
    }

    /** The values of the first terms, as far as they are known. */
    private List<Value> known(Row row) {
        List<Value> values = new ArrayList<>();
        for (Term term : terms) {
            String column = term.column().name();
            if (!row.has(column)) {
                break;
            }
            values.add(row.get(column));
        }
        return values;
    }

    private List<Comparison> equal(List<Value> values) {
        List<Comparison> equal = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            equal.add(new Comparison(terms.get(i).column(), Relation.SAME, values.get(i)));
        }
        return equal;
    }

    /** One term's part of a segment, and the order of its rows. */
    private record Part(List<Comparison> comparisons, Sorting sorting) {
        Segment within(Keyset keyset, List<Comparison> equalSoFar) {
            List<Comparison> all = new ArrayList<>(equalSoFar);
            all.addAll(comparisons);
            return new Segment(keyset, List.copyOf(all), sorting);
        }
    }

    /** The rows with a later value of one term than the one given, or the same as well. */
    private List<Part> beyond(int index, Value value, boolean orEqual) {
        Term term = terms.get(index);
        List<Part> parts = new ArrayList<>();
        if (value.isNull()) {
            if (orEqual) {
                parts.add(nulls(index));
            }
            if (!forwards) {
                parts.add(values(index));
            }
            return parts;
        }
        boolean upwards = term.ascending() == forwards;
        Relation later =
                upwards ? orEqual ? Relation.AT_LEAST : Relation.GREATER : orEqual ? Relation.AT_MOST : Relation.LESS;
        parts.add(new Part(List.of(new Comparison(term.column(), later, value)), new Sorting(index, true)));
        if (forwards && term.column().nullable()) {
            parts.add(nulls(index));
        }
        return parts;
    }

    /** All rows, those with NULL apart. */
    private List<Part> split(int index) {
        if (!terms.get(index).column().nullable()) {
            return List.of(new Part(List.of(), new Sorting(index, true)));
        }
        return forwards ? List.of(values(index), nulls(index)) : List.of(nulls(index), values(index));
    }

    private Part values(int index) {
        return new Part(
                List.of(new Comparison(terms.get(index).column(), Relation.NOT_NULL, Value.ofNull())),
                new Sorting(index, true));
    }

    private Part nulls(int index) {
        return new Part(
                List.of(new Comparison(terms.get(index).column(), Relation.NULL, Value.ofNull())),
                new Sorting(index + 1, false));
    }

    private List<SortField<?>> order(Sorting sorting) {
        List<SortField<?>> order = new ArrayList<>();
        for (int i = sorting.from(); i < terms.size(); i++) {
            Term term = terms.get(i);
            Field<Value> field = sql.stored(term.column().name());
            SortField<Value> sorted = term.ascending() == forwards ? field.asc() : field.desc();
            boolean mayBeNull = term.column().nullable() && !(sorting.filled() && i == sorting.from());
            order.add(mayBeNull ? forwards ? sorted.nullsLast() : sorted.nullsFirst() : sorted);
        }
        return order;
    }
}
