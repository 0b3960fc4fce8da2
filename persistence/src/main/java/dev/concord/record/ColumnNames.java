package dev.concord.record;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The names of a row's columns, in order. Rows that come from one statement share them, so that whoever looks at many
 * rows finds the columns he needs once. Immutable; two are equal when they have the same names in the same order.
 */
public final class ColumnNames {
    private final List<String> names;
    private final Map<String, Integer> places;

    private ColumnNames(List<String> names) {
        this.names = names;
        this.places = HashMap.newHashMap(names.size());
        for (int place = 0; place < names.size(); place++) {
            if (places.put(names.get(place), place) != null) {
                throw new IllegalArgumentException("Two columns of one name: " + names.get(place));
            }
        }
    }

    /**
     * Returns names in the order given.
     *
     * @throws IllegalArgumentException when a name comes twice
     */
    public static ColumnNames of(Collection<String> names) {
        return new ColumnNames(List.copyOf(names));
    }

    /** Returns the names, unmodifiable. */
    public List<String> list() {
        return names;
    }

    /** Returns where among the names this one is, from 0; -1 when it is not. */
    public int place(String name) {
        return places.getOrDefault(name, -1);
    }

    /** Returns these and those of the others that are not among them, at the end. */
    ColumnNames and(ColumnNames others) {
        if (places.keySet().containsAll(others.names)) {
            return this;
        }
        LinkedHashSet<String> all = new LinkedHashSet<>(names);
        all.addAll(others.names);
        return of(all);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof ColumnNames columns && names.equals(columns.names));
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
