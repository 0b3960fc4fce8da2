package dev.concord.app.gateway.read;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.RelatedKeys;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.resource.ResourceWriter;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The related rows of an answer: each once, however many rows lead to it, and what leads to each. All of them are read before the first
 * is written, because a row that is asked for may itself be related to another one. For one thread.
 */
final class CompoundRows implements RelatedKeys {
    private final ReadContext context;
    private final RelatedRows rows;
    private final Set<RecordKey> primary = new HashSet<>();
    private final SequencedMap<RecordKey, Included> included = new LinkedHashMap<>();
    private final Map<RecordKey, Map<String, List<RecordKey>>> links = new HashMap<>();

    private record Included(ResourceType type, Snapshot row) {}

    CompoundRows(ReadContext context) {
        this.context = context;
        this.rows = new RelatedRows(context.store());
    }

    /**
     * Reads what is related to rows that were asked for.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when there are too many
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    void add(List<Snapshot> asked, IncludeTree tree) {
        asked.forEach(row -> primary.add(row.key()));
        follow(asked, tree);
    }

    private void follow(List<Snapshot> from, IncludeTree tree) {
        for (IncludeTree.Step step : tree.steps()) {
            SequencedMap<RecordKey, Snapshot> reached = new LinkedHashMap<>();
            rows.of(step.relationship(), from, context.limits().related()).forEach((key, related) -> {
                List<RecordKey> keys = related.stream().map(Snapshot::key).toList();
                links.computeIfAbsent(key, _ -> new HashMap<>())
                        .put(step.relationship().name(), keys);
                related.forEach(row -> reached.putIfAbsent(row.key(), row));
            });
            reached.forEach((key, row) -> included.putIfAbsent(key, new Included(step.type(), row)));
            if (included.size() > context.limits().related()) {
                throw ReadErrors.parameter(
                        "include",
                        "More than " + context.limits().related()
                                + " rows are related. Ask for fewer rows, or for the related ones by their own link.");
            }
            if (!step.further().isEmpty() && !reached.isEmpty()) {
                follow(List.copyOf(reached.values()), step.further());
            }
        }
    }

    @Override
    public Optional<List<RecordKey>> of(Relationship relationship, Snapshot snapshot) {
        List<RecordKey> keys = links.getOrDefault(snapshot.key(), Map.of()).get(relationship.name());
        return keys == null ? OF_ROW.of(relationship, snapshot) : Optional.of(keys);
    }

    /** Writes all that are not among the rows that were asked for. */
    void write(FieldSets fields, Addresses addresses, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("included");
        for (Included one : included.values()) {
            if (!primary.contains(one.row().key())) {
                new ResourceWriter(one.type(), addresses, fields.of(one.type()), this).write(one.row(), out);
            }
        }
        out.writeEndArray();
    }
}
