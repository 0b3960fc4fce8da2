package dev.concord.merge;

import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;

/** The merge of a value that both sides changed. */
public sealed interface ValueMerge {

    /** It cannot be merged: a person chooses one value. */
    record Whole() implements ValueMerge {}

    /** A rule merged it as a whole. */
    record Settled(Rule rule, Value value) implements ValueMerge {}

    /** It is merged in parts. */
    record InParts(Parts parts) implements ValueMerge {}

    /**
     * It is a quantity.
     *
     * @param quantity what each side added
     * @param automatic whether both changes are applied without asking
     */
    record Counted(Quantity quantity, boolean automatic) implements ValueMerge {}

    /** Returns the merged value and the rule by which it was merged; empty when a person must decide. */
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
