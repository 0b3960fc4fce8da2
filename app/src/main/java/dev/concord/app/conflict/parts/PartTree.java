package dev.concord.app.conflict.parts;

import dev.concord.merge.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The changed paths of a document as a tree: what several have in common is shown once, above them. */
final class PartTree {
    private final PartsModel model;
    private final List<PartRow> rows = new ArrayList<>();
    private List<String> open = List.of();

    private PartTree(PartsModel model) {
        this.model = model;
    }

    /** A row for each changed path or item, and one for each object or array above it. */
    static List<PartRow> of(PartsModel model) {
        PartTree tree = new PartTree(model);
        model.changes().forEach(tree::add);
        return List.copyOf(tree.rows);
    }

    private void add(int place) {
        List<String> steps = steps(place);
        int depth = Math.max(0, steps.size() - 1);
        List<String> above = steps.subList(0, depth);
        for (int known = common(open, above); known < depth; known++) {
            rows.add(new PartRow.Above(place, known, steps.get(known)));
        }
        open = above;
        rows.add(new PartRow.Path(place, depth, steps.isEmpty() ? "" : steps.getLast()));
    }

    /** The names of the steps of a path; an item is one step, whatever its name contains. */
    private List<String> steps(int place) {
        String name = model.part(place).name();
        if (model.rule() != Rule.JSON) {
            return List.of(name);
        }
        return Stream.of(name.split("/", -1))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static int common(List<String> first, List<String> second) {
        int same = 0;
        while (same < Math.min(first.size(), second.size()) && first.get(same).equals(second.get(same))) {
            same++;
        }
        return same;
    }
}
