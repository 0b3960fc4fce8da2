package dev.concord.drafts;

import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What a person chose for one column of a merge. Immutable.
 *
 * @param kind which choice it is, by the name the merge gives it
 * @param value the value typed; empty for a choice of another kind
 * @param answers by part, for a value that is decided in parts
 */
public record KeptChoice(String kind, Optional<Value> value, Map<Integer, KeptAnswer> answers) {
    public KeptChoice {
        answers = Map.copyOf(answers);
    }

    /** A choice that is its kind alone. */
    public KeptChoice(String kind) {
        this(kind, Optional.empty(), Map.of());
    }
}
