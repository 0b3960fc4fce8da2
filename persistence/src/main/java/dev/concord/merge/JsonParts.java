package dev.concord.merge;

import dev.concord.merge.JsonPaths.Node;
import dev.concord.merge.json.Json;
import dev.concord.merge.json.JsonReader;
import dev.concord.merge.json.JsonRewrite;
import dev.concord.merge.json.JsonWriter;
import dev.concord.merge.json.Layout;
import dev.concord.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON merged by path. Values are compared by what they mean, not by how they are written: the order of keys, spacing,
 * {@code 1.0} for {@code 1} and {@code é} for {@code \u005cu00e9} do not count. Objects are compared member by member,
 * however deep. Anything else is one value or another, and so is an object on one side only. Removing an object while
 * the other side changes something in it is therefore one decision, about the object.
 *
 * <p>An array whose elements all have a member {@code id}, {@code key}, {@code name} or {@code code} that tells them
 * apart on every side is compared element by element, as long as nobody moved elements; what both added at one place is
 * kept in the order theirs, mine. Any other array is one value.
 *
 * <p>A part's name is its path as a JSON Pointer (RFC 6901), in which an element is called by what identifies it,
 * {@code /lines/id=7/price}, because its number may differ on the three sides. The merged text is theirs with only the
 * differences changed: its spacing, the order of its keys and the spelling of its numbers stay.
 */
public final class JsonParts implements Parts {
    private final List<Value> sides;
    private final JsonSides roots;
    private final JsonPaths paths;

    private JsonParts(List<Value> sides, JsonSides roots) {
        this.sides = sides;
        this.roots = roots;
        this.paths = new JsonPaths(roots);
    }

    /**
     * Compares three values.
     *
     * @return empty when they are not JSON as {@link JsonReader#read} reads it, and when there is nothing to take apart
     *     because one whole must be chosen
     */
    public static Optional<Parts> of(Value base, Value theirs, Value mine) {
        JsonSides roots = new JsonSides(root(base), root(theirs), root(mine));
        if (unreadable(base, roots.base()) || unreadable(theirs, roots.theirs()) || unreadable(mine, roots.mine())) {
            return Optional.empty();
        }
        JsonParts parts = new JsonParts(List.of(base, theirs, mine), roots);
        boolean whole =
                parts.paths.root() instanceof Node.Leaf && !parts.decisions().isEmpty();
        return whole ? Optional.empty() : Optional.of(parts);
    }

    @Override
    public Rule rule() {
        return Rule.JSON;
    }

    @Override
    public List<Part> all() {
        return paths.parts();
    }

    @Override
    public boolean both() {
        return false;
    }

    @Override
    public Optional<Value> value(Map<Integer, PartAnswer> answers) {
        JsonAssembly answered = new JsonAssembly(roots, all(), answers);
        Optional<JsonRewrite> merged = answered.written(paths.root());
        return answered.complete() ? Optional.of(merged.map(this::value).orElse(Value.ofNull())) : Optional.empty();
    }

    private Value value(JsonRewrite merged) {
        String text = merged instanceof JsonRewrite.Inserted(Json _, Json whole, Layout _)
                ? whole.source()
                : JsonWriter.write(roots.place(), merged);
        return sides.stream().anyMatch(Value.Json.class::isInstance) ? new Value.Json(text) : Value.of(text);
    }

    private static boolean unreadable(Value side, Optional<Json> root) {
        return root.isEmpty() && !side.isNull();
    }

    private static Optional<Json> root(Value side) {
        return switch (side) {
            case Value.Json(String text) -> JsonReader.read(text);
            case Value.Text(String text) -> JsonReader.read(text);
            default -> Optional.empty();
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonParts parts && sides.equals(parts.sides);
    }

    @Override
    public int hashCode() {
        return sides.hashCode();
    }
}
