package dev.concord.merge;

import dev.concord.record.Value;
import java.util.Map;

/** What a person chose for a column. */
public sealed interface Choice {

    /** As it was when the record was opened. */
    record Base() implements Choice {}

    /** As it is in the database now. */
    record Theirs() implements Choice {}

    /** As edited. */
    record Mine() implements Choice {}

    /** A value the person typed. */
    record Typed(Value value) implements Choice {}

    /** The base with both changes of a quantity added. */
    record Sum() implements Choice {}

    /**
     * A choice for each part.
     *
     * @param answers by the part's place in {@link Parts#all()}; a choice is not complete before every part that needs
     *     a decision has an answer
     */
    record InParts(Map<Integer, PartAnswer> answers) implements Choice {
        public InParts {
            answers = Map.copyOf(answers);
        }
    }
}
