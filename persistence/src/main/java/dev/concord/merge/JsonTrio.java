package dev.concord.merge;

import dev.concord.merge.json.Json;
import dev.concord.merge.json.Meaning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** One path of JSON on the three sides; a side is empty where the path leads nowhere. */
record JsonTrio(Optional<Json> base, Optional<Json> theirs, Optional<Json> mine) {

    /**
     * A path one step longer.
     *
     * @param step the step, as it is called
     */
    record Step(String step, JsonTrio values) {}

    Change change() {
        return Change.between(base, theirs, mine);
    }

    /** The value whose name and place are kept. */
    Json place() {
        return theirs.or(() -> mine).or(() -> base).orElseThrow();
    }

    /**
     * The paths beneath: of three objects by name, in their order with the person's additions behind, and of three arrays
     * of the same key by that. Empty for anything else, which is one value or another.
     */
    Optional<List<Step>> beneath() {
        if (base.isEmpty() || theirs.isEmpty() || mine.isEmpty()) {
            return Optional.empty();
        }
        Meaning old = base.get().meaning();
        Meaning their = theirs.get().meaning();
        Meaning my = mine.get().meaning();
        if (old instanceof Meaning.Members o && their instanceof Meaning.Members t && my instanceof Meaning.Members m) {
            return Optional.of(members(o, t, m));
        }
        return old instanceof Meaning.Elements o
                        && their instanceof Meaning.Elements t
                        && my instanceof Meaning.Elements m
                ? JsonKeys.beneath(o, t, m)
                : Optional.empty();
    }

    private static List<Step> members(Meaning.Members base, Meaning.Members theirs, Meaning.Members mine) {
        SequencedSet<String> names = new LinkedHashSet<>(theirs.byName().keySet());
        names.addAll(mine.byName().keySet());
        names.addAll(base.byName().keySet());
        return names.stream()
                .map(name -> new Step(name, new JsonTrio(member(base, name), member(theirs, name), member(mine, name))))
                .toList();
    }

    private static Optional<Json> member(Meaning.Members members, String name) {
        return Optional.ofNullable(members.byName().get(name));
    }
}
