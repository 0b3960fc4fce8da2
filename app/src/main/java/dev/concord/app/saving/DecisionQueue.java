package dev.concord.app.saving;

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
        Map<DecisionPattern, List<ReportEntry>> groups = new LinkedHashMap<>();
        for (ReportEntry entry : entries) {
            if (entry.result() instanceof SaveResult.NeedsDecision(RecordMerge merge)) {
                groups.computeIfAbsent(DecisionPattern.of(merge), _ -> new ArrayList<>())
                        .add(entry);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new DecisionGroup(group.getKey(), group.getValue()))
                .toList();
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
