package dev.concord.record;

import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order in which many rows are written. Updates alone are written in the order of their keys, so that two batches cannot
 * wait for each other in both directions. With inserts and deletions the order is: inserts, those of referred tables first;
 * updates; deletions, those of referring tables first. Where the values of single rows demand another order (rows of one
 * table that refer to each other, a unique value that one row gives up and another takes), these rows follow it. In a circle
 * of such demands some of them are not met, and the database decides.
 */
public final class WriteOrder {
    private final List<RowWrite> writes;
    private final Map<TableId, Table> tables = new HashMap<>();

    private WriteOrder(List<RowWrite> writes, Function<TableId, Table> tables) {
        this.writes = writes;
        writes.forEach(write -> this.tables.computeIfAbsent(write.table(), tables));
    }

    /**
     * Returns the places of the writes in the order in which they are to be carried out.
     *
     * @param tables finds the table of a write
     */
    public static List<Integer> of(List<RowWrite> writes, Function<TableId, Table> tables) {
        return new WriteOrder(List.copyOf(writes), tables).places();
    }

    private List<Integer> places() {
        boolean onlyUpdates = writes.stream().allMatch(RowWrite.Update.class::isInstance);
        Map<TableId, Integer> depths = onlyUpdates ? Map.of() : depths();
        Comparator<RowWrite> inPhases = inPhases(depths);
        List<Integer> sorted = IntStream.range(0, writes.size())
                .boxed()
                .sorted((one, other) -> inPhases.compare(writes.get(one), writes.get(other)))
                .toList();
        return onlyUpdates ? sorted : new Demands(sorted).met();
    }

    private Comparator<RowWrite> inPhases(Map<TableId, Integer> depths) {
        Comparator<RowWrite> inKeyOrder = Comparator.comparing(RowWrite::table).thenComparing(this::compareKeys);
        return Comparator.comparingInt(WriteOrder::phase)
                .thenComparingInt(write -> switch (write) {
                    case RowWrite.Insert _ -> depths.getOrDefault(write.table(), 0);
                    case RowWrite.Update _ -> 0;
                    case RowWrite.Delete _ -> -depths.getOrDefault(write.table(), 0);
                })
                .thenComparing(inKeyOrder);
    }

    private static int phase(RowWrite write) {
        return switch (write) {
            case RowWrite.Insert _ -> 0;
            case RowWrite.Update _ -> 1;
            case RowWrite.Delete _ -> 2;
        };
    }

    /** Returns how many tables of these writes each table refers to, one behind the other. */
    private Map<TableId, Integer> depths() {
        Map<TableId, Integer> depths = new HashMap<>();
        tables.keySet().forEach(table -> depth(table, depths, new HashSet<>()));
        return depths;
    }

    private int depth(TableId id, Map<TableId, Integer> depths, Set<TableId> behind) {
        Integer known = depths.get(id);
        if (known != null) {
            return known;
        }
        Table table = tables.get(id);
        if (table == null || !behind.add(id)) {
            return -1;
        }
        int depth = 0;
        for (ForeignKey key : table.foreignKeys()) {
            depth = Math.max(depth, depth(key.target(), depths, behind) + 1);
        }
        behind.remove(id);
        depths.put(id, depth);
        return depth;
    }

    private Table table(RowWrite write) {
        return Objects.requireNonNull(tables.get(write.table()));
    }

    /** Compares the keys of two existing rows of one table; new rows stay in the order given. */
    private int compareKeys(RowWrite one, RowWrite other) {
        if (one instanceof RowWrite.Insert) {
            return 0;
        }
        for (String column : table(one).rowKey().map(Key::columns).orElse(List.of())) {
            int order = compare(was(one).get(column), was(other).get(column));
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

    /** The row once it is written, as far as known; without values once it is deleted. */
    private static Row becomes(RowWrite write) {
        return switch (write) {
            case RowWrite.Insert(Draft draft) -> draft.changes();
            case RowWrite.Update(Draft draft) -> draft.row();
            case RowWrite.Delete _ -> Row.EMPTY;
        };
    }

    /** The row as it was read; without values where there was none. */
    private static Row was(RowWrite write) {
        return switch (write) {
            case RowWrite.Insert _ -> Row.EMPTY;
            case RowWrite.Update update -> update.base().row();
            case RowWrite.Delete(Snapshot row) -> row.row();
        };
    }

    /** Some columns of a row and what they hold: what a foreign key refers to, or a unique key allows once. */
    private record Place(TableId table, List<String> columns, List<Value> values) {

        /** What some columns of a write hold; empty where it does not concern them, or one of them is NULL or not known. */
        static Optional<Place> of(RowWrite write, List<String> columns, Row values) {
            boolean concerned = !(write instanceof RowWrite.Update(Draft draft))
                    || columns.stream().anyMatch(draft.changes()::has);
            List<Value> held = columns.stream().map(values::get).toList();
            return concerned && held.stream().noneMatch(Value::isNull)
                    ? Optional.of(new Place(write.table(), columns, held))
                    : Optional.empty();
        }

        Place in(ForeignKey key) {
            return new Place(key.target(), key.targetColumns(), values);
        }
    }

    /** What the values of the rows demand of their order. */
    private final class Demands {
        /** The writes in the order they have without demands; what follows counts in places of this list. */
        private final List<Integer> sorted;

        private final List<Set<Integer>> followers = new ArrayList<>();
        private final int[] waitsFor;

        Demands(List<Integer> sorted) {
            this.sorted = sorted;
            this.waitsFor = new int[sorted.size()];
            sorted.forEach(_ -> followers.add(new HashSet<>()));
            Map<Place, Integer> made = new HashMap<>();
            Map<Place, Integer> deleted = new HashMap<>();
            Map<Place, Integer> freed = new HashMap<>();
            Map<TableId, Set<List<String>>> targets = targets();
            for (int i = 0; i < sorted.size(); i++) {
                int place = i;
                RowWrite write = write(i);
                for (List<String> columns : targets.getOrDefault(write.table(), Set.of())) {
                    Place.of(write, columns, becomes(write)).ifPresent(target -> made.put(target, place));
                    if (write instanceof RowWrite.Delete) {
                        Place.of(write, columns, was(write)).ifPresent(target -> deleted.put(target, place));
                    }
                }
                for (Key key : keys(write)) {
                    Place.of(write, key.columns(), was(write)).ifPresent(value -> freed.put(value, place));
                }
            }
            for (int i = 0; i < sorted.size(); i++) {
                int place = i;
                RowWrite write = write(i);
                for (ForeignKey key : table(write).foreignKeys()) {
                    Place.of(write, key.columns(), becomes(write))
                            .map(target -> made.get(target.in(key)))
                            .ifPresent(first -> before(first, place));
                    Place.of(write, key.columns(), was(write))
                            .map(target -> deleted.get(target.in(key)))
                            .ifPresent(last -> before(place, last));
                }
                for (Key key : keys(write)) {
                    Place.of(write, key.columns(), becomes(write))
                            .map(freed::get)
                            .ifPresent(first -> before(first, place));
                }
            }
        }

        private RowWrite write(int place) {
            return writes.get(sorted.get(place));
        }

        /** The columns that foreign keys of these tables refer to. */
        private Map<TableId, Set<List<String>>> targets() {
            Map<TableId, Set<List<String>>> targets = new HashMap<>();
            for (Table table : tables.values()) {
                for (ForeignKey key : table.foreignKeys()) {
                    targets.computeIfAbsent(key.target(), _ -> new HashSet<>()).add(key.targetColumns());
                }
            }
            return targets;
        }

        private List<Key> keys(RowWrite write) {
            Table table = table(write);
            return Stream.concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                    .toList();
        }

        private void before(int first, int then) {
            if (first != then && followers.get(first).add(then)) {
                waitsFor[then]++;
            }
        }

        /** Returns the places of the writes in their order, but for what is demanded. */
        List<Integer> met() {
            PriorityQueue<Integer> free = new PriorityQueue<>();
            for (int i = 0; i < sorted.size(); i++) {
                if (waitsFor[i] == 0) {
                    free.add(i);
                }
            }
            List<Integer> ordered = new ArrayList<>(sorted.size());
            boolean[] done = new boolean[sorted.size()];
            int circle = 0;
            while (ordered.size() < sorted.size()) {
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
                    ordered.add(sorted.get(next));
                    for (int follower : followers.get(next)) {
                        if (--waitsFor[follower] == 0) {
                            free.add(follower);
                        }
                    }
                }
            }
            return ordered;
        }
    }
}
