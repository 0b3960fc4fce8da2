package dev.concord.merge;

import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;

/** What a person wants a column to be. */
public sealed interface Choice {

    /** As it was when the record was opened. */
    record Base() implements Choice {}

    /** As it is in the database now. */
    record Theirs() implements Choice {}

    /** As edited. */
    record Mine() implements Choice {}

    /** A value of its own. */
    record Typed(Value value) implements Choice {}

    /** Both changes of a quantity, added up. */
    record Sum() implements Choice {}

    /**
     * Part by part.
     *
     * @param answers by the part's place in {@link Parts#all()}; a choice is not complete before every part that needs a
     *     decision has an answer
     */
    record InParts(Map<Integer, Answer> answers) implements Choice {
        public InParts {
            answers = Map.copyOf(answers);
        }
    }

    /** The value this choice gives a column; empty while it is not complete. */
    default Optional<Value> in(FieldMerge field) {
        return switch (this) {
            case Base _ -> Optional.of(field.base());
            case Theirs _ -> Optional.of(field.theirs());
            case Mine _ -> Optional.of(field.mine());
            case Typed typed -> Optional.of(typed.value());
            case Sum _ -> field.quantity().map(Quantity::sum);
            case InParts chosen -> field.parts().flatMap(parts -> parts.value(chosen.answers()));
        };
    }
}
