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
import java.util.Set;

/**
 * Finds the rows that a relationship leads to. The database compares the values, so that its collation counts and not ours.
 *
 * @param store reads the rows
 */
record RelatedRows(RecordStore store) {
    private static final int CHUNK = 100;

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
     * @param most the most rows of one that are read; of each one more is read to show that there are more
     * @return by the key of the row they come from, an entry for each
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    Map<RecordKey, List<Snapshot>> of(Relationship relationship, List<Snapshot> from, int most) {
        return relationship.holdsKey() ? byKey(relationship, from) : byValues(relationship, from, most);
    }

    private Map<RecordKey, List<Snapshot>> byKey(Relationship relationship, List<Snapshot> from) {
        Set<RecordKey> wanted = new LinkedHashSet<>();
        from.forEach(row -> relationship.keyOfOther(row.row()).ifPresent(wanted::add));
        Map<RecordKey, Snapshot> found =
                new HashMap<>(store.findAll(relationship.other().id(), List.copyOf(wanted)));
        for (RecordKey key : wanted) {
            if (!found.containsKey(key)) {
                // The row may have its key in another spelling that the database takes for the same.
                store.find(key).ifPresent(row -> found.put(key, row));
            }
        }
        Map<RecordKey, List<Snapshot>> related = new LinkedHashMap<>();
        from.forEach(row -> related.put(
                row.key(),
                relationship.keyOfOther(row.row()).map(found::get).stream().toList()));
        return related;
    }

    private Map<RecordKey, List<Snapshot>> byValues(Relationship relationship, List<Snapshot> from, int most) {
        Map<Row, List<Snapshot>> byValues = new HashMap<>();
        Map<RecordKey, List<Snapshot>> related = new LinkedHashMap<>();
        for (Snapshot row : from) {
            related.put(
                    row.key(),
                    relationship
                            .valuesOfOther(row.row())
                            .map(values -> byValues.computeIfAbsent(values, _ -> read(relationship, row, most)))
                            .orElse(List.of()));
        }
        return related;
    }

    private List<Snapshot> read(Relationship relationship, Snapshot from, int most) {
        List<ColumnCondition> conditions = conditions(relationship, from).orElse(List.of());
        PageRequest all =
                PageRequest.first(relationship.other().id(), List.of(), CHUNK).where(new RowFilter(conditions, ""));
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
