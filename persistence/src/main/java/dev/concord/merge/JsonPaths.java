package dev.concord.merge;

import dev.concord.merge.json.Json;
import dev.concord.merge.json.Json.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Compares three JSON values path by path. */
final class JsonPaths {
    private final List<Part> parts = new ArrayList<>();
    private final Node root;

    /** The comparison of one path. */
    sealed interface Node {

        /** Neither side changed it or anything below it. */
        record Same(Optional<Json> theirs) implements Node {}

        /**
         * A value that is compared as a whole.
         *
         * @param part its position among the parts
         */
        record Leaf(JsonSides values, int part) implements Node {}

        /** An object or array on all three sides, with a change below it. */
        record Branch(Json theirs, List<Node> beneath) implements Node {}
    }

    JsonPaths(JsonSides values) {
        root = compare("", values);
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    Node root() {
        return root;
    }

    private Node compare(String path, JsonSides values) {
        Change change = values.change();
        if (change == Change.UNCHANGED) {
            return new Node.Same(values.theirs());
        }
        Optional<List<JsonStep>> beneath = beneath(values);
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
        for (JsonStep step : beneath.get()) {
            nodes.add(compare(path + "/" + escaped(step.name()), step.values()));
        }
        return new Node.Branch(values.theirs().orElseThrow(), nodes);
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Returns the steps below a path: of three objects by name, in the order of theirs with the person's additions at
     * the end; of three arrays by the member that identifies their elements. Empty for any other values, which are
     * compared as a whole.
     */
    private static Optional<List<JsonStep>> beneath(JsonSides sides) {
        if (sides.base().isEmpty() || sides.theirs().isEmpty() || sides.mine().isEmpty()) {
            return Optional.empty();
        }
        Meaning old = sides.base().get().meaning();
        Meaning their = sides.theirs().get().meaning();
        Meaning my = sides.mine().get().meaning();
        if (old instanceof Meaning.Members o && their instanceof Meaning.Members t && my instanceof Meaning.Members m) {
            return Optional.of(members(o, t, m));
        }
        return old instanceof Meaning.Elements o
                        && their instanceof Meaning.Elements t
                        && my instanceof Meaning.Elements m
                ? JsonKeys.beneath(o, t, m)
                : Optional.empty();
    }

    private static List<JsonStep> members(Meaning.Members base, Meaning.Members theirs, Meaning.Members mine) {
        SequencedSet<String> names = new LinkedHashSet<>(theirs.byName().keySet());
        names.addAll(mine.byName().keySet());
        names.addAll(base.byName().keySet());
        return names.stream()
                .map(name ->
                        new JsonStep(name, new JsonSides(member(base, name), member(theirs, name), member(mine, name))))
                .toList();
    }

    private static Optional<Json> member(Meaning.Members members, String name) {
        return Optional.ofNullable(members.byName().get(name));
    }
}
