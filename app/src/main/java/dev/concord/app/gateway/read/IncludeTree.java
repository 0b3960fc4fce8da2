package dev.concord.app.gateway.read;

import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which related rows an answer includes.
 *
 * @param steps the relationships to follow, and which ones from there
 */
record IncludeTree(List<Step> steps) {
    private static final int DEEPEST = 6;
    private static final int MOST_PATHS = 50;
    private static final String PARAMETER = "include";

    /** Includes nothing. */
    static final IncludeTree NONE = new IncludeTree(List.of());

    /**
     * One relationship to follow.
     *
     * @param relationship the relationship
     * @param type the type it leads to
     * @param further what to include from there
     */
    record Step(Relationship relationship, ResourceType type, IncludeTree further) {}

    IncludeTree {
        steps = List.copyOf(steps);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /**
     * Reads paths, {@code lines.product,customer}.
     *
     * @throws dev.concord.app.gateway.document.RequestRefused with 400 when there is no such relationship
     */
    static IncludeTree of(String paths, ResourceType type, ReadContext context) {
        if (paths.isEmpty()) {
            return NONE;
        }
        List<List<String>> all = new ArrayList<>();
        for (String path : paths.split(",", -1)) {
            all.add(List.of(path.split("\\.", -1)));
        }
        if (all.size() > MOST_PATHS || all.stream().anyMatch(path -> path.size() > DEEPEST)) {
            throw ReadErrors.parameter(
                    PARAMETER,
                    "At most " + MOST_PATHS + " paths of at most " + DEEPEST + " relationships are followed.");
        }
        return of(all, type, context);
    }

    private static IncludeTree of(List<List<String>> paths, ResourceType type, ReadContext context) {
        Map<String, List<List<String>>> byFirst = new LinkedHashMap<>();
        for (List<String> path : paths) {
            List<List<String>> rest = byFirst.computeIfAbsent(path.getFirst(), _ -> new ArrayList<>());
            if (path.size() > 1) {
                rest.add(path.subList(1, path.size()));
            }
        }
        List<Step> steps = new ArrayList<>();
        byFirst.forEach((name, rest) -> {
            Relationship relationship = type.relationship(name)
                    .orElseThrow(() -> ReadErrors.parameter(
                            PARAMETER, "Resources of type " + type.name() + " have no such relationship."));
            ResourceType other = context.typeOf(relationship);
            steps.add(new Step(relationship, other, of(rest, other, context)));
        });
        return new IncludeTree(steps);
    }
}
