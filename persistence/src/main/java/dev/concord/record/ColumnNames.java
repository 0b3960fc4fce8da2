package dev.concord.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The names of a row's columns, in order. Rows of one statement share them, so that the position of a column is looked
 * up once for many rows. Immutable; two are equal when they have the same names in the same order.
 */
public final class ColumnNames {
    /** Up to this many names, a search of the list is faster than a map. */
    private static final int FEW = 4;

    private final List<String> names;
    private final Map<String, Integer> places;

    private ColumnNames(List<String> names) {
        this.names = names;
        this.places = names.size() > FEW ? HashMap.newHashMap(names.size()) : Map.of();
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place);
            boolean twice = names.size() > FEW ? places.put(name, place) != null : names.indexOf(name) != place;
            if (twice) {
                throw new IllegalArgumentException("Two columns of one name: " + name);
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
        return names.size() > FEW ? places.getOrDefault(name, -1) : names.indexOf(name);
    }

    /** Returns these names, followed by the others that are not among them. */
    ColumnNames and(ColumnNames others) {
        if (others.names.stream().allMatch(name -> place(name) >= 0)) {
            return this;
        }
        LinkedHashSet<String> all = new LinkedHashSet<>(names);
        all.addAll(others.names);
        return of(all);
    }

    /** Returns these names, followed by one that is not among them. */
    ColumnNames and(String another) {
        List<String> all = new ArrayList<>(names.size() + 1);
        all.addAll(names);
        all.add(another);
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
