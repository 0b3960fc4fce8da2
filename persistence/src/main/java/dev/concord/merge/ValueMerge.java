package dev.concord.merge;

import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;

/** What is known of a value both sides changed, beyond that they did. */
public sealed interface ValueMerge {

    /** Nothing: it is one value or another. */
    record Whole() implements ValueMerge {}

    /** A rule settled it as a whole. */
    record Settled(Rule rule, Value value) implements ValueMerge {}

    /** It was taken apart. */
    record InParts(Parts parts) implements ValueMerge {}

    /**
     * It is a quantity.
     *
     * @param quantity what each side added
     * @param automatic whether both changes are applied without asking
     */
    record Counted(Quantity quantity, boolean automatic) implements ValueMerge {}

    /** The value it comes to without a person, and the rule that says so; empty when it needs one. */
    default Optional<Settled> settled() {
        return switch (this) {
            case Whole _ -> Optional.empty();
            case Settled settled -> Optional.of(settled);
            case InParts(Parts parts) -> parts.value(Map.of()).map(value -> new Settled(parts.rule(), value));
            case Counted(Quantity quantity, boolean automatic) ->
                automatic ? Optional.of(new Settled(Rule.QUANTITY, quantity.sum())) : Optional.empty();
        };
    }
}
