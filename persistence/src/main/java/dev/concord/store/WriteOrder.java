package dev.concord.store;

import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The order in which a batch writes its rows. Updates alone are written in the order of their keys, so that two batches cannot
 * wait for each other in both directions. With inserts and deletions the order is: inserts, those of referred tables first;
 * updates; deletions, those of referring tables first. Where the values of single rows demand another order (rows of one
 * table that refer to each other, a unique value that one row gives up and another takes), these rows follow it. In a circle
 * of such demands some of them are not met, and the database decides.
 */
final class WriteOrder {
    private static final Comparator<BatchRow> IN_KEY_ORDER =
            Comparator.comparing((BatchRow row) -> row.key().table()).thenComparing(WriteOrder::compareKeys);

    private final boolean aloneLast;

    WriteOrder(BatchPolicy policy) {
        // In one transaction all rows are locked, so there the order of keys comes first.
        this.aloneLast = policy == BatchPolicy.SKIP_AND_REPORT;
    }

    /** Returns the rows in the order in which they are to be written. */
    List<BatchRow> of(List<BatchRow> rows) {
        boolean onlyUpdates = rows.stream().allMatch(BatchUpdate.class::isInstance);
        Map<TableId, Integer> depths = onlyUpdates ? Map.of() : depths(rows);
        List<BatchRow> sorted = rows.stream().sorted(inPhases(depths)).toList();
        return onlyUpdates ? sorted : new Demands(sorted).met();
    }

    private Comparator<BatchRow> inPhases(Map<TableId, Integer> depths) {
        return Comparator.comparingInt(WriteOrder::phase)
                .thenComparing(row -> aloneLast && row.mustBeAlone())
                .thenComparingInt(row -> switch (row) {
                    case BatchInsert _ -> depths.getOrDefault(row.key().table(), 0);
                    case BatchUpdate _ -> 0;
                    case BatchDelete _ -> -depths.getOrDefault(row.key().table(), 0);
                })
                .thenComparing((one, other) -> one instanceof BatchInsert
                        ? one.key().table().compareTo(other.key().table())
                        : IN_KEY_ORDER.compare(one, other));
    }

    private static int phase(BatchRow row) {
        return switch (row) {
            case BatchInsert _ -> 0;
            case BatchUpdate _ -> 1;
            case BatchDelete _ -> 2;
        };
    }

    /** Returns how many tables of the batch each table refers to, one behind the other. */
    private static Map<TableId, Integer> depths(List<BatchRow> rows) {
        Map<TableId, Table> tables = new HashMap<>();
        rows.forEach(row -> tables.put(row.key().table(), row.open().table()));
        Map<TableId, Integer> depths = new HashMap<>();
        tables.keySet().forEach(table -> depth(table, tables, depths, new HashSet<>()));
        return depths;
    }

    private static int depth(
            TableId id, Map<TableId, Table> tables, Map<TableId, Integer> depths, Set<TableId> behind) {
        Table table = tables.get(id);
        Integer known = depths.get(id);
        if (known != null) {
            return known;
        }
        if (table == null || !behind.add(id)) {
            return -1;
        }
        int depth = 0;
        for (ForeignKey key : table.foreignKeys()) {
            depth = Math.max(depth, depth(key.target(), tables, depths, behind) + 1);
        }
        behind.remove(id);
        depths.put(id, depth);
        return depth;
    }

    private static int compareKeys(BatchRow one, BatchRow other) {
        for (String column : one.open().sql().keyColumns()) {
            int order = compare(
                    one.key().columns().get(column), other.key().columns().get(column));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(Value one, Value other) {
        return one instanceof Value.Exact(BigDecimal first) && other instanceof Value.Exact(BigDecimal second)
                ? first.compareTo(second)
                : one.text().compareTo(other.text());
    }

    /** Some columns of a row and what they hold: what a foreign key refers to, or a unique key allows once. */
    private record Place(TableId table, List<String> columns, List<Value> values) {}

    /** What the values of the rows demand of their order. */
    private static final class Demands {
        private final List<BatchRow> rows;
        private final List<Set<Integer>> followers = new ArrayList<>();
        private final int[] waitsFor;

        Demands(List<BatchRow> rows) {
            this.rows = rows;
            this.waitsFor = new int[rows.size()];
            Map<TableId, Set<List<String>>> referred = new HashMap<>();
            for (BatchRow row : rows) {
                followers.add(new HashSet<>());
                for (ForeignKey key : row.open().table().foreignKeys()) {
                    referred.computeIfAbsent(key.target(), _ -> new HashSet<>()).add(key.targetColumns());
                }
            }
            Map<Place, Integer> made = new HashMap<>();
            Map<Place, Integer> deleted = new HashMap<>();
            Map<Place, Integer> freed = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                int place = i;
                BatchRow row = rows.get(i);
                for (List<String> columns : referred.getOrDefault(row.key().table(), Set.of())) {
                    place(row, columns, becomes(row), columns).ifPresent(target -> made.put(target, place));
                    if (row instanceof BatchDelete) {
                        place(row, columns, was(row), columns).ifPresent(target -> deleted.put(target, place));
                    }
                }
                for (Key key : keys(row)) {
                    place(row, key.columns(), was(row), key.columns()).ifPresent(value -> freed.put(value, place));
                }
            }
            for (int i = 0; i < rows.size(); i++) {
                int place = i;
                BatchRow row = rows.get(i);
                for (ForeignKey key : row.open().table().foreignKeys()) {
                    referred(row, key, becomes(row)).map(made::get).ifPresent(first -> before(first, place));
                    referred(row, key, was(row)).map(deleted::get).ifPresent(last -> before(place, last));
                }
                for (Key key : keys(row)) {
                    place(row, key.columns(), becomes(row), key.columns())
                            .map(freed::get)
                            .ifPresent(first -> before(first, place));
                }
            }
        }

        private void before(int first, int then) {
            if (first != then && followers.get(first).add(then)) {
                waitsFor[then]++;
            }
        }

        /** Returns the rows in their order, but for what is demanded. */
        List<BatchRow> met() {
            PriorityQueue<Integer> free = new PriorityQueue<>();
            for (int i = 0; i < rows.size(); i++) {
                if (waitsFor[i] == 0) {
                    free.add(i);
                }
            }
            List<BatchRow> ordered = new ArrayList<>(rows.size());
            boolean[] done = new boolean[rows.size()];
            int circle = 0;
            while (ordered.size() < rows.size()) {
                Integer next = free.poll();
                if (next == null) {
                    // All that are left wait for each other.
                    while (done[circle]) {
                        circle++;
                    }
                    next = circle;
                }
                if (!done[next]) {
                    done[next] = true;
                    ordered.add(rows.get(next));
                    for (int follower : followers.get(next)) {
                        if (--waitsFor[follower] == 0) {
                            free.add(follower);
                        }
                    }
                }
            }
            return ordered;
        }

        private static List<Key> keys(BatchRow row) {
            Table table = row.open().table();
            return Stream.concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                    .toList();
        }

        private static Optional<Place> referred(BatchRow row, ForeignKey key, Row values) {
            return place(row, key.columns(), values, key.targetColumns())
                    .map(place -> new Place(key.target(), place.columns(), place.values()));
        }

        /** What some columns hold; empty where a write does not concern them, or one of them is NULL or not known. */
        private static Optional<Place> place(BatchRow row, List<String> columns, Row values, List<String> named) {
            boolean concerned =
                    !(row instanceof BatchUpdate) || columns.stream().anyMatch(row.given()::has);
            List<Value> held = columns.stream().map(values::get).toList();
            return concerned && held.stream().noneMatch(Value::isNull)
                    ? Optional.of(new Place(row.key().table(), named, held))
                    : Optional.empty();
        }

        /** The row once it is written, as far as known; without values once it is deleted. */
        private static Row becomes(BatchRow row) {
            return switch (row) {
                case BatchInsert insert -> insert.given();
                case BatchUpdate update ->
                    update.base().row().withAll(update.changes().values());
                case BatchDelete _ -> Row.EMPTY;
            };
        }

        /** The row as it was read; without values where there was none. */
        private static Row was(BatchRow row) {
            return switch (row) {
                case BatchInsert _ -> Row.EMPTY;
                case BatchUpdate update -> update.base().row();
                case BatchDelete delete -> delete.base().row();
            };
        }
    }
}
