package dev.concord.merge;

import dev.concord.record.Value;
import java.util.Map;

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
}
