package dev.concord.app.gateway.read;

import dev.concord.app.gateway.resource.Relationship;
import dev.concord.query.ColumnCondition;
import dev.concord.query.ColumnCondition.Compared;
import dev.concord.query.ColumnCondition.Relation;
import dev.concord.query.PageRequest;
import dev.concord.query.RowFilter;
import dev.concord.query.WholePage;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Finds the rows that a relationship leads to, of many rows with a few queries. The database compares the values, so that its collation counts
 * and not ours.
 *
 * @param store reads the rows
 */
record RelatedRows(RecordStore store) {
    /** Values that one query names. */
    private static final int CHUNK = 100;

    /** Rows that one query reads. */
    private static final int PAGE = 500;

    /** Returns the conditions that the rows a row leads to meet; empty where it leads to none. */
    static Optional<List<ColumnCondition>> conditions(Relationship relationship, Snapshot from) {
        return relationship.valuesOfOther(from.row()).map(values -> values.values().entrySet().stream()
                .map(entry ->
                        new ColumnCondition(entry.getKey(), List.of(new Compared(Relation.EQUAL, entry.getValue()))))
                .toList());
    }

    /**
     * Returns the rows that some rows lead to.
     *
     * @param most the most rows that are read for relationships to many; when there are more, some more are read to show it, and the others are
     *     left out
     * @return by the key of the row they come from, an entry for each
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    Map<RecordKey, List<Snapshot>> of(Relationship relationship, List<Snapshot> from, int most) {
        SequencedSet<Row> wanted = new LinkedHashSet<>();
        from.forEach(row -> relationship.valuesOfOther(row.row()).ifPresent(wanted::add));
        Map<Row, List<Snapshot>> found =
                relationship.holdsKey() ? byKey(relationship, wanted) : byValues(relationship, wanted, most);
        Map<RecordKey, List<Snapshot>> related = new LinkedHashMap<>();
        from.forEach(row -> related.put(
                row.key(), relationship.valuesOfOther(row.row()).map(found::get).orElse(List.of())));
        return related;
    }

    /**
     * Returns the row that a row leads to by a relationship to one; empty where it leads to none.
     *
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    Optional<Snapshot> target(Relationship relationship, Snapshot from) {
        return of(relationship, List.of(from), 1).getOrDefault(from.key(), List.of()).stream()
                .findFirst();
    }

    private Map<Row, List<Snapshot>> byKey(Relationship relationship, SequencedSet<Row> wanted) {
        Map<Row, RecordKey> keys = new LinkedHashMap<>();
        wanted.forEach(values -> keys.put(values, relationship.keyOf(values)));
        Map<RecordKey, Snapshot> found = store.findAll(relationship.other().id(), List.copyOf(keys.values()));
        // A row may have its key in another spelling that the database takes for the same.
        SequencedSet<Row> missing = new LinkedHashSet<>(wanted);
        missing.removeIf(values -> found.containsKey(keys.get(values)));
        Map<Row, List<Snapshot>> related = byValues(relationship, missing, missing.size());
        keys.forEach((values, key) ->
                Optional.ofNullable(found.get(key)).ifPresent(row -> related.put(values, List.of(row))));
        return related;
    }

    private Map<Row, List<Snapshot>> byValues(Relationship relationship, SequencedSet<Row> wanted, int most) {
        Map<Row, List<Snapshot>> related = new HashMap<>();
        List<Row> all = List.copyOf(wanted);
        long read = 0;
        for (int start = 0; start < all.size(); start += CHUNK) {
            List<Row> chunk = all.subList(start, Math.min(start + CHUNK, all.size()));
            Map<Row, List<Snapshot>> some = read > most ? Map.of() : together(relationship, chunk, most);
            chunk.forEach(values -> related.put(values, some.getOrDefault(values, List.of())));
            read += some.values().stream()
                    .flatMap(List::stream)
                    .map(Snapshot::key)
                    .distinct()
                    .count();
        }
        return related;
    }

    /**
     * Reads the rows of several values with one query, and tells by their own values whose they are. Where the database takes values for the same
     * that are spelled differently, it is asked for one after the other.
     */
    private Map<Row, List<Snapshot>> together(Relationship relationship, List<Row> wanted, int most) {
        Map<Row, List<Snapshot>> byValues = new HashMap<>();
        for (Snapshot row : read(relationship, wanted, most)) {
            byValues.computeIfAbsent(row.row().only(relationship.otherColumns()), _ -> new ArrayList<>())
                    .add(row);
        }
        return Set.copyOf(wanted).containsAll(byValues.keySet())
                ? completed(relationship, wanted, byValues, most)
                : oneByOne(relationship, wanted, most);
    }

    /** Several spellings may lead to one row, which has one of them itself. */
    private Map<Row, List<Snapshot>> completed(
            Relationship relationship, List<Row> wanted, Map<Row, List<Snapshot>> found, int most) {
        List<Row> without = relationship.toMany()
                ? List.of()
                : wanted.stream().filter(values -> !found.containsKey(values)).toList();
        return without.isEmpty() || read(relationship, without, 1).isEmpty()
                ? found
                : oneByOne(relationship, wanted, most);
    }

    private Map<Row, List<Snapshot>> oneByOne(Relationship relationship, List<Row> wanted, int most) {
        Map<Row, List<Snapshot>> found = new HashMap<>();
        wanted.forEach(values -> found.put(values, read(relationship, List.of(values), most)));
        return found;
    }

    private List<Snapshot> read(Relationship relationship, List<Row> among, int most) {
        PageRequest all =
                PageRequest.first(relationship.other().id(), List.of(), PAGE).where(RowFilter.among(among));
        List<Snapshot> rows = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(all);
        while (next.isPresent() && rows.size() <= most) {
            WholePage page = store.wholePage(next.get());
            rows.addAll(page.rows());
            next = page.next().map(all::after);
        }
        return rows;
    }
}
