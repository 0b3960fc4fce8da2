package dev.concord.app.layout;

import dev.concord.query.PageRequest.Sort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the grid shows one table. Immutable. What is kept may be older than the table: {@link #reconciled} makes it fit.
 *
 * @param columns the names of the columns from left to right, hidden ones among them
 * @param hidden the columns that are not shown
 * @param widths the widths that a person gave to columns, in pixels; the other columns are as wide as what they show
 * @param order the order of the rows; empty for the order of the key
 * @param frozen how many of the columns shown, from the left, stay where they are while the others scroll
 */
public record TableLayout(
        List<String> columns, Set<String> hidden, Map<String, Double> widths, List<Sort> order, int frozen) {
    /** Nothing is known about any column: reconciled with a table, it shows the table as the database has it. */
    public static final TableLayout NONE = new TableLayout(List.of(), Set.of(), Map.of(), List.of(), 0);

    /** The width that a column has at least, in pixels. */
    private static final double LEAST = 20;
    /** The width that a column has at most, in pixels. */
    private static final double MOST = 4000;

    public TableLayout {
        columns = List.copyOf(columns);
        hidden = Set.copyOf(hidden);
        widths = Map.copyOf(widths);
        order = List.copyOf(order);
    }

    /**
     * Returns this layout for the columns that a table has now: columns that it does not know come last, columns that are there no
     * more are left out, and at least one column is shown.
     */
    public TableLayout reconciled(List<String> present) {
        Set<String> there = new LinkedHashSet<>(present);
        Set<String> all = new LinkedHashSet<>(columns);
        all.retainAll(there);
        all.addAll(there);
        Set<String> unseen = new LinkedHashSet<>(hidden);
        unseen.retainAll(there);
        if (unseen.size() == all.size()) {
            all.stream().findFirst().ifPresent(unseen::remove);
        }
        Map<String, Double> known = new LinkedHashMap<>();
        widths.forEach((column, width) -> {
            if (there.contains(column) && Double.isFinite(width)) {
                known.put(column, Math.clamp(width, LEAST, MOST));
            }
        });
        Set<String> sorted = new LinkedHashSet<>();
        List<Sort> sorts = order.stream()
                .filter(sort -> there.contains(sort.column()) && sorted.add(sort.column()))
                .toList();
        Set<String> stay = new LinkedHashSet<>(shown().subList(0, Math.clamp(frozen, 0, shown().size())));
        stay.retainAll(there);
        return new TableLayout(List.copyOf(all), unseen, known, sorts, stay.size());
    }

    /** The columns that are shown, from left to right. */
    public List<String> shown() {
        return columns.stream().filter(column -> !hidden.contains(column)).toList();
    }

    /** Whether a column is shown. */
    public boolean shows(String column) {
        return !hidden.contains(column) && columns.contains(column);
    }

    /** Whether the same columns are shown in the same places, and the rows in the same order; widths do not count. */
    public boolean sameArrangement(TableLayout other) {
        return columns.equals(other.columns)
                && hidden.equals(other.hidden)
                && order.equals(other.order)
                && frozen == other.frozen;
    }

    /** Returns this layout without a column; the last one shown stays. */
    public TableLayout hiding(String column) {
        Set<String> more = new LinkedHashSet<>(hidden);
        more.add(column);
        boolean last = more.containsAll(columns);
        boolean one = !last && freezes(column);
        return new TableLayout(columns, last ? hidden : more, widths, order, one ? frozen - 1 : frozen);
    }

    /** Returns this layout with a column that was hidden. */
    public TableLayout showing(String column) {
        Set<String> fewer = new LinkedHashSet<>(hidden);
        fewer.remove(column);
        TableLayout more = new TableLayout(columns, fewer, widths, order, frozen);
        boolean among = !shows(column) && more.shown().indexOf(column) < frozen;
        return among ? new TableLayout(columns, fewer, widths, order, frozen + 1) : more;
    }

    /** Returns this layout with all columns shown, in the places they have. */
    public TableLayout showingAll() {
        int stay = frozen == 0 ? 0 : columns.indexOf(shown().get(frozen - 1)) + 1;
        return new TableLayout(columns, Set.of(), widths, order, stay);
    }

    /** Whether a column stays where it is while others scroll. */
    public boolean freezes(String column) {
        return shows(column) && shown().indexOf(column) < frozen;
    }

    /** Returns this layout with the columns up to one, itself included, staying where they are. */
    public TableLayout freezing(String column) {
        return new TableLayout(columns, hidden, widths, order, shown().indexOf(column) + 1);
    }

    /** Returns this layout with all columns scrolling. */
    public TableLayout unfreezing() {
        return new TableLayout(columns, hidden, widths, order, 0);
    }

    /** Returns this layout with a column in the place of another one, which moves towards where the column came from. */
    public TableLayout moving(String column, String place) {
        int to = columns.indexOf(place);
        List<String> moved = new ArrayList<>(columns);
        if (to < 0 || !moved.remove(column)) {
            return this;
        }
        moved.add(to, column);
        return arranged(moved);
    }

    /** Returns this layout with its columns in other places. */
    public TableLayout arranged(List<String> places) {
        return new TableLayout(places, hidden, widths, order, frozen);
    }

    /** Returns this layout with a width that a person gave to a column. */
    public TableLayout widening(String column, double width) {
        Map<String, Double> changed = new LinkedHashMap<>(widths);
        changed.put(column, Math.clamp(width, LEAST, MOST));
        return new TableLayout(columns, hidden, changed, order, frozen);
    }

    /** Returns this layout with a column as wide as what it shows. */
    public TableLayout fitting(String column) {
        Map<String, Double> changed = new LinkedHashMap<>(widths);
        changed.remove(column);
        return new TableLayout(columns, hidden, changed, order, frozen);
    }

    /** Returns this layout with the rows in another order. */
    public TableLayout sorted(List<Sort> by) {
        return new TableLayout(columns, hidden, widths, by, frozen);
    }
}
