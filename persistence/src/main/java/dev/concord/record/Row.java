package dev.concord.record;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Values by column name, in column order. Immutable. Two rows are equal when they hold equal values under the same
 * names, in whatever order.
 */
public final class Row {

    /** The row without columns. */
    public static final Row EMPTY = new Row(new LinkedHashMap<>());

    private final SequencedMap<String, Value> values;

    /** Keeps the map as it is: only maps nobody else can change come here. */
    private Row(SequencedMap<String, Value> own) {
        this.values = Collections.unmodifiableSequencedMap(own);
    }

    /** Returns a row of the given values; later changes of the map do not reach it. */
    public static Row of(SequencedMap<String, Value> values) {
        return new Row(new LinkedHashMap<>(values));
    }

    /**
     * Returns a row of columns and their values, in the same order.
     *
     * @throws IllegalArgumentException when there are not as many values as columns
     */
    public static Row of(List<String> columns, List<Value> values) {
        if (columns.size() != values.size()) {
            throw new IllegalArgumentException(columns.size() + " columns, but " + values.size() + " values");
        }
        LinkedHashMap<String, Value> own = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            own.put(columns.get(i), values.get(i));
        }
        return new Row(own);
    }

    /** Returns the values by column name, unmodifiable, in column order. */
    public SequencedMap<String, Value> values() {
        return values;
    }

    /** Returns a row of one column. */
    public static Row of(String column, Value value) {
        return EMPTY.with(column, value);
    }

    /** Returns the column's value; {@link Value#ofNull NULL} for a column this row does not have. */
    public Value get(String column) {
        return values.getOrDefault(column, Value.ofNull());
    }

    /** Whether the row has a column of that name, NULL or not. */
    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** Returns this row with one value set; a new column goes to the end. */
    public Row with(String column, Value value) {
        LinkedHashMap<String, Value> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new Row(changed);
    }

    /** Returns this row with the other's values set over its own. */
    public Row withAll(Row other) {
        LinkedHashMap<String, Value> changed = new LinkedHashMap<>(values);
        changed.putAll(other.values);
        return new Row(changed);
    }

    /** Returns this row without one column. */
    public Row without(String column) {
        LinkedHashMap<String, Value> changed = new LinkedHashMap<>(values);
        changed.remove(column);
        return new Row(changed);
    }

    /** Returns only the named columns this row has, in the order given. */
    public Row only(Collection<String> columns) {
        LinkedHashMap<String, Value> kept = new LinkedHashMap<>();
        for (String column : columns) {
            if (has(column)) {
                kept.put(column, get(column));
            }
        }
        return new Row(kept);
    }

    /** Whether there is no column at all. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Row row && values.equals(row.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Names the columns only: values stay out of logs. */
    @Override
    public String toString() {
        return "Row" + Map.copyOf(values).keySet();
    }
}
