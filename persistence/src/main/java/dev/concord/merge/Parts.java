package dev.concord.merge;

import dev.concord.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A value both sides changed, divided into parts: parts that one side changed are merged, and those both changed are
 * left to a person. Immutable; two are equal when they were made of the same three values in the same way.
 */
public interface Parts {

    /** Returns the rule by which the value is divided. */
    Rule rule();

    /** Returns every part in order, with those unchanged parts that give the others context. */
    List<Part> all();

    /** Whether a part can be answered with both sides, one after the other. */
    boolean both();

    /**
     * Returns the merged value.
     *
     * @param answers by the part's place in {@link #all()}; parts without an answer are merged
     * @return empty while a part that needs a decision has no answer, or when an answer is not readable
     */
    Optional<Value> value(Map<Integer, PartAnswer> answers);

    /** The places in {@link #all()} of the parts a person must decide. */
    default List<Integer> decisions() {
        return IntStream.range(0, all().size())
                .filter(place -> all().get(place).change() == Change.DECISION)
                .boxed()
                .toList();
    }
}
