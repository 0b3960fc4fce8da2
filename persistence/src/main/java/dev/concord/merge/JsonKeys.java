package dev.concord.merge;

import dev.concord.merge.json.Json;
import dev.concord.merge.json.Json.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Identifies the elements of arrays by a member, if there is a suitable one. */
final class JsonKeys {
    private static final List<String> NAMES = List.of("id", "key", "name", "code");

    private JsonKeys() {}

    /**
     * Returns the elements of three arrays by the first of the names above that every element has with a value of its
     * own, in an order that agrees with all three. Empty if there is no such name, or no such order because elements
     * were moved.
     */
    static Optional<List<JsonStep>> beneath(Meaning.Elements base, Meaning.Elements theirs, Meaning.Elements mine) {
        for (String name : NAMES) {
            var old = byKey(base, name);
            var their = byKey(theirs, name);
            var my = byKey(mine, name);
            if (old.isPresent() && their.isPresent() && my.isPresent()) {
                return steps(name, old.get(), their.get(), my.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<List<JsonStep>> steps(
            String name,
            SequencedMap<Meaning, Json> base,
            SequencedMap<Meaning, Json> theirs,
            SequencedMap<Meaning, Json> mine) {
        return CommonOrder.of(List.of(
                        List.copyOf(theirs.sequencedKeySet()),
                        List.copyOf(mine.sequencedKeySet()),
                        List.copyOf(base.sequencedKeySet())))
                .map(keys -> keys.stream()
                        .map(key -> new JsonSides(
                                Optional.ofNullable(base.get(key)),
                                Optional.ofNullable(theirs.get(key)),
                                Optional.ofNullable(mine.get(key))))
                        .map(element -> new JsonStep(name + "=" + key(element.place(), name), element))
                        .toList());
    }

    private static Optional<SequencedMap<Meaning, Json>> byKey(Meaning.Elements elements, String name) {
        SequencedMap<Meaning, Json> byKey = new LinkedHashMap<>();
        for (Json element : elements.inOrder()) {
            Optional<Json> key = member(element, name);
            if (key.isEmpty() || byKey.put(key.get().meaning(), element) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(byKey);
    }

    private static Optional<Json> member(Json element, String name) {
        return element.meaning() instanceof Meaning.Members members
                ? Optional.ofNullable(members.byName().get(name))
                        .filter(key ->
                                key.meaning() instanceof Meaning.Text || key.meaning() instanceof Meaning.Numeral)
                : Optional.empty();
    }

    private static String key(Json element, String name) {
        return member(element, name).orElseThrow().text();
    }
}
