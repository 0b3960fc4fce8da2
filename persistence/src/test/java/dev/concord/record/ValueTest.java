package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {

    @ParameterizedTest
    @CsvSource({"1.5, 1.500", "0, 0.000", "-0.0, 0", "1E+3, 1000", "100, 1.00E2"})
    void decimalScaleDoesNotMatter(BigDecimal first, BigDecimal second) {
        assertThat(Value.of(first)).isEqualTo(Value.of(second));
        assertThat(Value.of(first)).hasSameHashCodeAs(Value.of(second));
        assertThat(Value.of(first).text()).isEqualTo(Value.of(second).text());
    }

    @Test
    void wholeNumbersAreWrittenWithoutExponent() {
        assertThat(Value.of(new BigDecimal("1E+6")).text()).isEqualTo("1000000");
    }

    @Test
    void nullEmptyZeroFalseAndTheirTextsAllDiffer() {
        List<Value> values = List.of(
                Value.ofNull(),
                Value.of(""),
                Value.of(0),
                Value.of("0"),
                Value.of(false),
                Value.of("false"),
                Value.of(13),
                Value.of("13"),
                new Value.Float64(13),
                new Value.Float32(13),
                new Value.Json("13"));
        assertThat(values).doesNotHaveDuplicates();
    }

    @Test
    void wholeNumbersBeyondDoublePrecisionDiffer() {
        assertThat(Value.of(9007199254740992L)).isNotEqualTo(Value.of(9007199254740993L));
    }

    @Test
    void negativeZeroIsZeroAndNotANumberIsOneValue() {
        assertThat(new Value.Float64(-0.0)).isEqualTo(new Value.Float64(0.0));
        assertThat(new Value.Float32(-0f)).isEqualTo(new Value.Float32(0f));
        assertThat(new Value.Float64(Double.longBitsToDouble(0x7ff8000000000001L)))
                .isEqualTo(new Value.Float64(Double.NaN));
    }

    @Test
    void composedAndDecomposedLettersDiffer() {
        assertThat(Value.of("\u00e9")).isNotEqualTo(Value.of("e\u0301"));
    }

    @Test
    void bytesAreComparedByContentAndCannotBeChangedFromOutside() {
        byte[] content = {1, 2, 3};
        Bytes bytes = Bytes.of(content);
        content[0] = 9;
        bytes.toArray()[1] = 9;
        assertThat(new Value.Binary(bytes)).isEqualTo(new Value.Binary(Bytes.of(new byte[] {1, 2, 3})));
        assertThat(bytes.hex()).isEqualTo("010203");
    }

    @Test
    void valuesStayOutOfWhatGetsLogged() {
        assertThat(Row.of("salary", Value.of(4711)).toString())
                .contains("salary")
                .doesNotContain("4711");
        assertThat(Bytes.of(new byte[] {42}).toString()).isEqualTo("1 bytes");
    }
}
