package dev.concord.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by column name, in column order. Immutable. Two rows are equal when they hold equal values under the same
 * names, in whatever order.
 */
public final class Row {

    /** The row without columns. */
    public static final Row EMPTY = of(List.of(), List.of());

    private final ColumnNames columns;
    private final Value[] values;

    /** Created on first use. Several threads may each create one; they are equal and immutable. */
    private @Nullable SequencedMap<String, Value> map;

    /** Keeps the array without copying it; the caller must not change it. */
    private Row(ColumnNames columns, Value[] own) {
        this.columns = columns;
        this.values = own;
    }

    /** Returns a row with a copy of the given values. */
    public static Row of(SequencedMap<String, Value> values) {
        return new Row(ColumnNames.of(values.keySet()), values.values().toArray(Value[]::new));
    }

    /**
     * Returns a row of columns and their values, in the same order.
     *
     * @throws IllegalArgumentException when there are not as many values as columns, or two columns of one name
     */
    public static Row of(List<String> columns, List<Value> values) {
        return of(ColumnNames.of(columns), values);
    }

    /**
     * Returns a row that shares its columns' names with others.
     *
     * @throws IllegalArgumentException when there are not as many values as columns
     */
    public static Row of(ColumnNames columns, List<Value> values) {
        if (columns.list().size() != values.size()) {
            throw new IllegalArgumentException(columns.list().size() + " columns, but " + values.size() + " values");
        }
        return new Row(columns, values.toArray(Value[]::new));
    }

    /**
     * Returns a row that keeps an array without copying it; nobody may change it afterwards.
     *
     * @throws IllegalArgumentException when there are not as many values as columns
     */
    public static Row owning(ColumnNames columns, Value[] values) {
        if (columns.list().size() != values.length) {
            throw new IllegalArgumentException(columns.list().size() + " columns, but " + values.length + " values");
        }
        return new Row(columns, values);
    }

    /** Returns a row of one column. */
    public static Row of(String column, Value value) {
        return of(List.of(column), List.of(value));
    }

    /** Returns the names of the columns, in order. */
    public ColumnNames columns() {
        return columns;
    }

    /** Returns the value at a {@linkplain ColumnNames#place place} among the columns. */
    public Value at(int place) {
        return values[place];
    }

    /** Returns the values by column name, unmodifiable, in column order. */
    public SequencedMap<String, Value> values() {
        SequencedMap<String, Value> made = map;
        if (made == null) {
            LinkedHashMap<String, Value> own = LinkedHashMap.newLinkedHashMap(values.length);
            for (int place = 0; place < values.length; place++) {
                own.put(columns.list().get(place), values[place]);
            }
            made = Collections.unmodifiableSequencedMap(own);
            map = made;
        }
        return made;
    }

    /** Does something with each column and its value, in order. */
    public void forEach(BiConsumer<String, Value> work) {
        for (int place = 0; place < values.length; place++) {
            work.accept(columns.list().get(place), values[place]);
        }
    }

    /** Returns the column's value; {@link Value#ofNull NULL} for a column this row does not have. */
    public Value get(String column) {
        int place = columns.place(column);
        return place < 0 ? Value.ofNull() : values[place];
    }

    /** Whether the row has a column of that name, NULL or not. */
    public boolean has(String column) {
        return columns.place(column) >= 0;
    }

    /** Returns this row with one value set; a new column goes to the end. */
    public Row with(String column, Value value) {
        int place = columns.place(column);
        Value[] changed = Arrays.copyOf(values, place < 0 ? values.length + 1 : values.length);
        changed[place < 0 ? values.length : place] = value;
        return new Row(place < 0 ? columns.and(column) : columns, changed);
    }

    /** Returns this row with the other's values set over its own. */
    public Row withAll(Row other) {
        ColumnNames all = columns.and(other.columns);
        Value[] changed = Arrays.copyOf(values, all.list().size());
        for (int place = 0; place < other.values.length; place++) {
            changed[all.place(other.columns.list().get(place))] = other.values[place];
        }
        return new Row(all, changed);
    }

    /** Returns this row without one column. */
    public Row without(String column) {
        return has(column)
                ? only(columns.list().stream()
                        .filter(name -> !name.equals(column))
                        .toList())
                : this;
    }

    /** Returns only the named columns this row has, in the order given. */
    public Row only(Collection<String> names) {
        LinkedHashMap<String, Value> kept = new LinkedHashMap<>();
        for (String name : names) {
            if (has(name)) {
                kept.put(name, get(name));
            }
        }
        return of(kept);
    }

    /**
     * Returns the first values of this row.
     *
     * @param names the names of those columns, which rows of one statement share
     */
    public Row first(ColumnNames names) {
        return new Row(names, Arrays.copyOf(values, names.list().size()));
    }

    /** Whether the row has no column. */
    public boolean isEmpty() {
        return values.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Row row) || values.length != row.values.length) {
            return false;
        }
        boolean sameOrder = columns.equals(row.columns);
        for (int place = 0; place < values.length; place++) {
            int there = sameOrder ? place : row.columns.place(columns.list().get(place));
            if (there < 0 || !values[place].equals(row.values[there])) {
                return false;
            }
        }
        return true;
    }

    /** The order of the columns does not count. */
    @Override
    public int hashCode() {
        int sum = 0;
        for (int place = 0; place < values.length; place++) {
            sum += columns.list().get(place).hashCode() ^ values[place].hashCode();
        }
        return sum;
    }

    /** Names the columns only: values stay out of logs. */
    @Override
    public String toString() {
        return "Row" + columns;
    }
}
