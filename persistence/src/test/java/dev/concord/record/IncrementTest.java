package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncrementTest {

    @Test
    void anIncrementHasNoLimitUnlessOneIsSet() {
        Increment three = Increment.of("stock", -3);
        assertThat(three).isEqualTo(Increment.of("stock", new BigDecimal("-3")));
        assertThat(three.lowest()).isEmpty();
        assertThat(three.notBelow(5))
                .isEqualTo(new Increment("stock", new BigDecimal(-3), Optional.of(new BigDecimal(5))));
    }

    @Test
    void exactAndFloatingPointNumbersAreNumbers() {
        assertThat(Increment.number(Value.of(new BigDecimal("1.50")))).contains(new BigDecimal("1.5"));
        assertThat(Increment.number(new Value.Float32(0.5f))).contains(new BigDecimal("0.5"));
        assertThat(Increment.number(new Value.Float64(0.1))).contains(new BigDecimal("0.1"));
    }

    @Test
    void whatHasNoNumberIsNone() {
        for (Value value : List.of(
                Value.ofNull(),
                Value.of("1"),
                new Value.Float32(Float.NaN),
                new Value.Float32(Float.POSITIVE_INFINITY),
                new Value.Float64(Double.NaN),
                new Value.Float64(Double.NEGATIVE_INFINITY))) {
            assertThat(Increment.number(value)).isEmpty();
        }
    }
}
