package dev.concord.app.saving;

import dev.concord.catalog.TableId;
import dev.concord.merge.DecisionPattern;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of a report that need a decision, similar ones together. Reads the report each time. */
final class DecisionQueue {
    private final List<ReportEntry> entries;

    DecisionQueue(List<ReportEntry> entries) {
        this.entries = entries;
    }

    /** The records by pattern, in the order of each pattern's first record. */
    List<DecisionGroup> groups() {
        Map<Kind, List<ReportEntry>> groups = new LinkedHashMap<>();
        for (ReportEntry entry : entries) {
            kind(entry).ifPresent(kind -> groups.computeIfAbsent(kind, _ -> new ArrayList<>())
                    .add(entry));
        }
        return groups.entrySet().stream()
                .map(group ->
                        new DecisionGroup(group.getKey().table(), group.getKey().pattern(), group.getValue()))
                .toList();
    }

    /** What the decisions of a group have in common. */
    private record Kind(TableId table, Optional<DecisionPattern> pattern) {}

    private static Optional<Kind> kind(ReportEntry entry) {
        return switch (entry.result()) {
            case SaveResult.NeedsDecision(RecordMerge merge) ->
                Optional.of(new Kind(merge.table().id(), Optional.of(DecisionPattern.of(merge))));
            case SaveResult.NeedsDeletion _ ->
                Optional.of(new Kind(entry.record().table().id(), Optional.empty()));
            default -> Optional.empty();
        };
    }

    /** How many records need a decision. */
    int size() {
        return (int) entries.stream()
                .filter(entry -> entry.result().kind() == SaveResult.Kind.NEEDS_DECISION)
                .count();
    }

    /** The record to decide first. */
    Optional<ReportEntry> first() {
        return groups().stream().map(group -> group.entries().getFirst()).findFirst();
    }

    /** The other records to which a decision can be applied; empty when there are none. */
    Optional<SimilarRecords> like(RecordMerge asked, Resolution decided) {
        DecisionPattern pattern = DecisionPattern.of(asked);
        List<SimilarRecords.Result> results = new ArrayList<>();
        for (ReportEntry entry : entries) {
            if (entry.result() instanceof SaveResult.NeedsDecision(RecordMerge merge)) {
                pattern.carry(decided, merge)
                        .ifPresent(result -> results.add(new SimilarRecords.Result(entry.record(), result)));
            }
        }
        return results.isEmpty() ? Optional.empty() : Optional.of(new SimilarRecords(decided, results));
    }
}
