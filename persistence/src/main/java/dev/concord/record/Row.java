package dev.concord.record;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Values by column name, in column order. Immutable. Two rows are equal when they hold equal values under the same
 * names, in whatever order.
 *
 * @param values unmodifiable, in column order
 */
public record Row(SequencedMap<String, Value> values) {

    /** The row without columns. */
    public static final Row EMPTY = new Row(Collections.emptyNavigableMap());

    public Row {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
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

    /** Names the columns only: values stay out of logs. */
    @Override
    public String toString() {
        return "Row" + Map.copyOf(values).keySet();
    }
}
