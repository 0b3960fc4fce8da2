package dev.concord.query;

import dev.concord.query.PageOrder.Term;
import dev.concord.record.Row;
import dev.concord.record.Value;
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

    /** Neighbouring rows that one query reads in order. */
    record Segment(Condition condition, List<SortField<?>> order) {}

    /** Returns the segments from a place on, the nearest first. */
    List<Segment> from(Position.Beside place) {
        List<Value> values = known(place.values());
        boolean inclusive = (place.side() == Position.Side.BEFORE) == forwards;
        List<Segment> segments = new ArrayList<>();
        for (int i = values.size() - 1; i >= 0; i--) {
            Condition equalSoFar = equal(values.subList(0, i));
            beyond(i, values.get(i), inclusive && i == values.size() - 1)
                    .forEach(part -> segments.add(part.within(equalSoFar)));
        }
        return segments;
    }

    /** Returns the segments that make up all rows. */
    List<Segment> all() {
        return split(0).stream().map(part -> part.within(DSL.noCondition())).toList();
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

    private Condition equal(List<Value> values) {
        Condition equal = DSL.noCondition();
        for (int i = 0; i < values.size(); i++) {
            equal = equal.and(sql.is(terms.get(i).column().name(), values.get(i)));
        }
        return equal;
    }

    /** One term's part of a segment, and the order of its rows. */
    private record Part(Condition condition, List<SortField<?>> order) {
        Segment within(Condition equalSoFar) {
            return new Segment(equalSoFar.and(condition), order);
        }
    }

    /** The rows with a later value of one term than the one given, or the same as well. */
    private List<Part> beyond(int index, Value value, boolean orEqual) {
        Term term = terms.get(index);
        Field<Value> field = field(term);
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
        Condition later =
                upwards ? orEqual ? field.ge(value) : field.gt(value) : orEqual ? field.le(value) : field.lt(value);
        parts.add(new Part(later, order(index, true)));
        if (forwards && term.column().nullable()) {
            parts.add(nulls(index));
        }
        return parts;
    }

    /** All rows, those with NULL apart. */
    private List<Part> split(int index) {
        if (!terms.get(index).column().nullable()) {
            return List.of(new Part(DSL.noCondition(), order(index, true)));
        }
        return forwards ? List.of(values(index), nulls(index)) : List.of(nulls(index), values(index));
    }

    private Part values(int index) {
        return new Part(field(terms.get(index)).isNotNull(), order(index, true));
    }

    private Part nulls(int index) {
        return new Part(field(terms.get(index)).isNull(), order(index + 1, false));
    }

    /**
     * The order by the terms from one on.
     *
     * @param filled whether the first of them is never NULL in these rows
     */
    private List<SortField<?>> order(int from, boolean filled) {
        List<SortField<?>> order = new ArrayList<>();
        for (int i = from; i < terms.size(); i++) {
            Term term = terms.get(i);
            Field<Value> field = field(term);
            SortField<Value> sorted = term.ascending() == forwards ? field.asc() : field.desc();
            boolean mayBeNull = term.column().nullable() && !(filled && i == from);
            order.add(mayBeNull ? forwards ? sorted.nullsLast() : sorted.nullsFirst() : sorted);
        }
        return order;
    }

    private Field<Value> field(Term term) {
        return sql.stored(term.column().name());
    }
}
