package dev.concord.merge;

import dev.concord.merge.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Three JSON values compared path by path. */
final class JsonPaths {
    private final List<Part> parts = new ArrayList<>();
    private final Node root;

    /** A path as it came out. */
    sealed interface Node {

        /** Nobody changed it, or what is beneath it. */
        record Same(Optional<Json> theirs) implements Node {}

        /**
         * One value or another.
         *
         * @param part its place among the parts
         */
        record Leaf(JsonTrio values, int part) implements Node {}

        /** An object or array on all three sides, beneath which something changed. */
        record Branch(Json theirs, List<Node> beneath) implements Node {}
    }

    JsonPaths(JsonTrio values) {
        root = compare("", values);
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    Node root() {
        return root;
    }

    private Node compare(String path, JsonTrio values) {
        Change change = values.change();
        if (change == Change.UNCHANGED) {
            return new Node.Same(values.theirs());
        }
        Optional<List<JsonTrio.Step>> beneath = values.beneath();
        if (beneath.isEmpty()) {
            parts.add(new Part(
                    path,
                    change,
                    values.base().map(Json::text),
                    values.theirs().map(Json::text),
                    values.mine().map(Json::text)));
            return new Node.Leaf(values, parts.size() - 1);
        }
        List<Node> nodes = new ArrayList<>();
        for (JsonTrio.Step step : beneath.get()) {
            nodes.add(compare(path + "/" + escaped(step.step()), step.values()));
        }
        return new Node.Branch(values.theirs().orElseThrow(), nodes);
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
