package dev.concord.merge;

import dev.concord.catalog.Check;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.merge.MergeRules.Automatic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The groups of a table's columns: from its constraints, from the user, and from a merge by group. They may overlap.
 */
record Grouping(List<ColumnGroup> groups) {

    /**
     * Finds a table's groups.
     *
     * @param columns the columns the database does not set, in the table's order; no others are in a group
     * @param split groups a person has split; groups within them that must not be split stay together
     */
    static Grouping of(Table table, MergeRules rules, List<String> columns, Set<ColumnGroup> split) {
        Found found = new Found(columns);
        for (ForeignKey key : table.foreignKeys()) {
            found.add(ColumnGroup.Origin.FOREIGN_KEY, key.name(), key.columns());
        }
        for (ColumnGroup group : rules.groups()) {
            found.add(group.origin(), group.name(), group.columns());
        }
        Stream.concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                .forEach(key -> found.add(ColumnGroup.Origin.UNIQUE_KEY, key.name(), key.columns()));
        for (Check check : table.checks()) {
            found.add(ColumnGroup.Origin.CHECK, check.name(), check.columns());
        }
        if (rules.automatic() == Automatic.BY_GROUP) {
            found.add(ColumnGroup.Origin.REST, "", found.alone());
        }
        return new Grouping(found.groups.stream()
                .filter(group -> !group.splittable() || split.stream().noneMatch(group::within))
                .toList());
    }

    /** Returns the fields, each with the group it must be decided with. */
    List<FieldMerge> applied(List<FieldMerge> fields) {
        List<FieldMerge> touched =
                fields.stream().filter(field -> field.byMe() || field.byThem()).toList();
        List<Together> open = together(touched.stream().map(FieldMerge::name).toList()).stream()
                .filter(joined -> joined.disputed(touched))
                .toList();
        List<String> order = fields.stream().map(FieldMerge::name).toList();
        Map<String, ColumnGroup> byColumn = new HashMap<>();
        for (Together joined : open) {
            ColumnGroup group = joined.group(groups, order);
            joined.touched.forEach(column -> byColumn.put(column, group));
        }
        return fields.stream()
                .map(field -> field.in(Optional.ofNullable(byColumn.get(field.name()))))
                .toList();
    }

    /**
     * Joins groups that share a changed column, because it is decided only once. Other groups are not joined, so that a
     * tenant's column in every key does not make one group of the whole table.
     */
    private List<Together> together(List<String> touched) {
        List<Together> all = new ArrayList<>();
        for (ColumnGroup group : groups) {
            Together joined = new Together(List.of(group), shared(group.columns(), touched));
            if (joined.touched.size() > 1) {
                for (Together other : List.copyOf(all)) {
                    if (!shared(other.touched, joined.touched).isEmpty()) {
                        all.remove(other);
                        joined = other.with(joined);
                    }
                }
                all.add(joined);
            }
        }
        return all;
    }

    private static Set<String> shared(Collection<String> some, Collection<String> others) {
        Set<String> shared = new HashSet<>(some);
        shared.retainAll(others);
        return shared;
    }

    /** Joined groups with their changed columns. */
    private record Together(List<ColumnGroup> groups, Set<String> touched) {

        Together with(Together other) {
            Set<String> all = new HashSet<>(touched);
            all.addAll(other.touched);
            return new Together(
                    Stream.concat(groups.stream(), other.groups.stream()).toList(), all);
        }

        /** Whether both sides changed columns of it, and not only to the same values. */
        boolean disputed(List<FieldMerge> fields) {
            List<FieldMerge> own = fields.stream()
                    .filter(field -> touched.contains(field.name()))
                    .toList();
            return own.stream().anyMatch(FieldMerge::byThem)
                    && own.stream().anyMatch(FieldMerge::byMe)
                    && own.stream().anyMatch(field -> field.own() != Change.EQUAL);
        }

        /**
         * Returns one group with all columns, named after the first that may be split; it may be split if any of them
         * may.
         */
        ColumnGroup group(List<ColumnGroup> all, List<String> order) {
            List<ColumnGroup> own = all.stream().filter(groups::contains).toList();
            ColumnGroup first =
                    own.stream().filter(ColumnGroup::splittable).findFirst().orElseGet(own::getFirst);
            List<String> columns = own.stream()
                    .flatMap(group -> group.columns().stream())
                    .distinct()
                    .sorted(Comparator.comparingInt(order::indexOf))
                    .toList();
            return new ColumnGroup(first.origin(), first.name(), columns);
        }
    }

    /** Collects groups of the columns that may be in one. */
    private static final class Found {
        private final List<String> columns;
        private final List<ColumnGroup> groups = new ArrayList<>();

        Found(List<String> columns) {
            this.columns = columns;
        }

        void add(ColumnGroup.Origin origin, String name, List<String> named) {
            List<String> own = columns.stream().filter(named::contains).toList();
            if (own.size() > 1) {
                ColumnGroup group = new ColumnGroup(origin, name, own);
                if (groups.stream().noneMatch(other -> !other.splittable() && group.within(other))) {
                    groups.add(group);
                }
            }
        }

        List<String> alone() {
            Set<String> grouped = new HashSet<>();
            groups.forEach(group -> grouped.addAll(group.columns()));
            return columns.stream().filter(column -> !grouped.contains(column)).toList();
        }
    }
}
