package dev.concord.merge;

import dev.concord.merge.JsonPaths.Node;
import dev.concord.merge.json.Json;
import dev.concord.merge.json.JsonReader;
import dev.concord.merge.json.JsonRewrite;
import dev.concord.merge.json.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Composes the merged JSON from the compared paths and a person's answers, to be written into theirs. Used once, by one
 * thread.
 */
final class JsonAssembly {
    private final JsonSides roots;
    private final List<Part> parts;
    private final Map<Integer, PartAnswer> answers;
    private boolean complete = true;

    JsonAssembly(JsonSides roots, List<Part> parts, Map<Integer, PartAnswer> answers) {
        this.roots = roots;
        this.parts = parts;
        this.answers = answers;
    }

    /** Whether every decision so far had an answer that could be read. */
    boolean complete() {
        return complete;
    }

    /** Returns what to write at a path; empty where the merged JSON has no value. */
    Optional<JsonRewrite> written(Node node) {
        return switch (node) {
            case Node.Branch branch -> Optional.of(refilled(branch));
            case Node.Leaf(JsonSides values, int part) -> changed(values, part);
            case Node.Same(Optional<Json> theirs) -> theirs.map(JsonRewrite.Kept::new);
        };
    }

    /** A loop, because a stream would need more of the stack at every level. */
    private JsonRewrite refilled(Node.Branch branch) {
        List<JsonRewrite> content = new ArrayList<>();
        for (Node under : branch.beneath()) {
            written(under).ifPresent(content::add);
        }
        return new JsonRewrite.Rebuilt(branch.theirs(), content);
    }

    private Optional<JsonRewrite> changed(JsonSides values, int part) {
        return parts.get(part)
                .answer(answers.get(part))
                .map(answer -> answered(values, answer))
                .orElseGet(this::incomplete);
    }

    private Optional<JsonRewrite> answered(JsonSides values, PartAnswer answer) {
        return switch (answer) {
            case PartAnswer.Theirs _ -> values.theirs().map(JsonRewrite.Kept::new);
            case PartAnswer.Base _ -> brought(values, values.base(), roots.base());
            case PartAnswer.Mine _ -> brought(values, values.mine(), roots.mine());
            case PartAnswer.Typed(String text) -> {
                Optional<Json> typed = JsonReader.read(text);
                yield typed.isPresent() ? brought(values, typed, typed) : incomplete();
            }
            case PartAnswer.TheirsThenMine _, PartAnswer.MineThenTheirs _ -> incomplete();
        };
    }

    /** Returns a value of another side; one that is equal to theirs is kept as theirs is written. */
    private static Optional<JsonRewrite> brought(JsonSides values, Optional<Json> value, Optional<Json> root) {
        if (value.equals(values.theirs())) {
            return values.theirs().map(JsonRewrite.Kept::new);
        }
        return value.map(json -> new JsonRewrite.Inserted(
                values.place(), json, root.map(Layout::of).orElseThrow()));
    }

    private Optional<JsonRewrite> incomplete() {
        complete = false;
        return Optional.empty();
    }
}
