package dev.concord.app.browse;

import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds among the values of a column those whose texts may be the longest, so that a few of a page's values are put into words to
 * find the column's width, and not all of them. FX thread only.
 */
final class LongestValues {
    /** How many are put into words: a longer value may have a shorter text, by its sign or by how numbers are grouped. */
    private static final int FEW = 3;

    private final List<Value> longest = new ArrayList<>(FEW);
    private final int[] lengths = new int[FEW];

    private LongestValues() {}

    /** Returns some of the values, those of the greatest lengths. */
    static Stream<Value> of(Stream<Value> values) {
        LongestValues found = new LongestValues();
        values.forEach(found::add);
        return found.longest.stream();
    }

    private void add(Value value) {
        int length = length(value);
        for (int i = 0; i < longest.size(); i++) {
            if (lengths[i] == length) {
                return;
            }
        }
        if (longest.size() < FEW) {
            lengths[longest.size()] = length;
            longest.add(value);
            return;
        }
        int shortest = 0;
        for (int i = 1; i < FEW; i++) {
            if (lengths[i] < lengths[shortest]) {
                shortest = i;
            }
        }
        if (length > lengths[shortest]) {
            lengths[shortest] = length;
            longest.set(shortest, value);
        }
    }

    /** How long a value's text is, about: longer ones have longer texts among those of one column. */
    private static int length(Value value) {
        return switch (value) {
            case Value.Null _ -> 0;
            case Value.Exact(BigDecimal number) -> digits(number);
            case Value.Bool(boolean truth) -> truth ? 1 : 2;
            case Value.Uuid _, Value.Binary _, Value.Large _ -> 1;
            // Of texts with as many characters, one may be twice as wide as another.
            case Value.Text(String text) -> (int) Math.ceil(CharacterWidths.of(text));
            default -> value.text().length();
        };
    }

    private static int digits(BigDecimal number) {
        int whole = Math.max(1, number.precision() - number.scale());
        return whole + Math.max(0, number.scale()) + (number.signum() < 0 ? 1 : 0);
    }
}
