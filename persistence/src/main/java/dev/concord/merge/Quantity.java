package dev.concord.merge;

import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number both sides changed, whose changes can be added up: {@code 40 − 3 − 2 = 35}.
 *
 * @param base the number when the record was opened
 * @param byThem what they added; negative when they took away
 * @param byMe what the person added
 */
public record Quantity(BigDecimal base, BigDecimal byThem, BigDecimal byMe) {

    /** Compares three numbers; empty when one of them is no exact number. */
    static Optional<Quantity> of(Value base, Value theirs, Value mine) {
        return base instanceof Value.Exact(BigDecimal from)
                        && theirs instanceof Value.Exact(BigDecimal their)
                        && mine instanceof Value.Exact(BigDecimal my)
                ? Optional.of(new Quantity(from, their.subtract(from), my.subtract(from)))
                : Optional.empty();
    }

    /** The number with both changes. */
    public Value sum() {
        return Value.of(base.add(byThem).add(byMe));
    }
}
