package dev.concord.merge;

import dev.concord.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A value both sides changed, taken apart: what each changed alone is merged, and only the parts both changed are left
 * to a person. Immutable; two are equal when they were made of the same three values in the same way.
 */
public interface Parts {

    /** The rule that took the value apart. */
    Rule rule();

    /** Every part in order, those nobody changed as well as far as they are needed to read the rest. */
    List<Part> all();

    /** Whether a part can be answered with both sides, one after the other. */
    boolean both();

    /**
     * The value put together.
     *
     * @param answers by the part's place in {@link #all()}; parts without an answer are what they are by themselves
     * @return empty while a part that needs a decision has no answer, or when an answer is not readable
     */
    Optional<Value> value(Map<Integer, Answer> answers);

    /** The places in {@link #all()} of the parts a person must decide. */
    default List<Integer> decisions() {
        return IntStream.range(0, all().size())
                .filter(place -> all().get(place).change() == Change.DECISION)
                .boxed()
                .toList();
    }
}
