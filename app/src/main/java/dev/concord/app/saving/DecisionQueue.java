package dev.concord.app.saving;

import dev.concord.merge.DecisionPattern;
import dev.concord.merge.RecordMerge;
import dev.concord.merge.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of a report that need a person, those that are alike side by side. Reads the report anew each time. */
final class DecisionQueue {
    private final List<Entry> entries;

    DecisionQueue(List<Entry> entries) {
        this.entries = entries;
    }

    /** The records by pattern, each pattern where its first record stands. */
    List<DecisionGroup> groups() {
        Map<DecisionPattern, List<Entry>> groups = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.fate() instanceof SaveResult.NeedsDecision(RecordMerge merge)) {
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
                .filter(entry -> entry.fate().kind() == SaveResult.Kind.NEEDS_DECISION)
                .count();
    }

    /** The record to decide first. */
    Optional<Entry> first() {
        return groups().stream().map(group -> group.entries().getFirst()).findFirst();
    }

    /** The records left to which a decision can be applied as well; none without one. */
    Optional<Similar> like(RecordMerge asked, Resolution decided) {
        DecisionPattern pattern = DecisionPattern.of(asked);
        List<Similar.Result> results = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.fate() instanceof SaveResult.NeedsDecision(RecordMerge merge)) {
                pattern.carry(decided, merge)
                        .ifPresent(result -> results.add(new Similar.Result(entry.record(), result)));
            }
        }
        return results.isEmpty() ? Optional.empty() : Optional.of(new Similar(decided, results));
    }
}
