package dev.concord.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    @Test
    void everyValueIsShownAsPlainText() {
        assertThat(Stream.of(
                                Value.ofNull(),
                                Value.of("a"),
                                new Value.Malformed(Bytes.of(new byte[] {(byte) 0xFF})),
                                Value.of(new BigDecimal("1E+3")),
                                new Value.Float32(1.5f),
                                new Value.Float64(2.5),
                                Value.of(true),
                                new Value.Date(LocalDate.of(2026, 3, 1)),
                                new Value.Time(LocalTime.of(12, 30)),
                                new Value.DateTime(LocalDateTime.of(2026, 3, 1, 12, 30)),
                                new Value.Moment(OffsetDateTime.parse("2026-03-01T12:30+01:00")),
                                new Value.Uuid(new UUID(0, 1)),
                                new Value.Json("{}"),
                                new Value.Binary(Bytes.of(new byte[] {10})),
                                new Value.Other("inet", "::1"),
                                new Value.Large(Value.Large.Kind.TEXT, 17_000_000, "ab"))
                        .map(Value::text))
                .containsExactly(
                        "",
                        "a",
                        "\\xFF",
                        "1000",
                        "1.5",
                        "2.5",
                        "true",
                        "2026-03-01",
                        "12:30",
                        "2026-03-01T12:30",
                        "2026-03-01T12:30+01:00",
                        "00000000-0000-0000-0000-000000000001",
                        "{}",
                        "0a",
                        "::1",
                        "17000000 bytes, SHA-256 ab");
        assertThat(Value.ofNull().isNull()).isTrue();
        assertThat(Value.of("").isNull()).isFalse();
    }

    @Test
    void everyNotANumberIsTheSameAndInfinityIsKept() {
        assertThat(Float.floatToRawIntBits(new Value.Float32(Float.intBitsToFloat(0x7fc00001)).number()))
                .isEqualTo(Float.floatToRawIntBits(Float.NaN));
        assertThat(Double.doubleToRawLongBits(new Value.Float64(Double.longBitsToDouble(0x7ff8000000000001L)).number()))
                .isEqualTo(Double.doubleToRawLongBits(Double.NaN));
        assertThat(new Value.Float32(Float.NEGATIVE_INFINITY).text()).isEqualTo("-Infinity");
        assertThat(new Value.Float64(-0.0).text()).isEqualTo("0.0");
        assertThat(new Value.Float32(-0f).text()).isEqualTo("0.0");
    }

    @Test
    void aTokenIsWrittenTheSameOnEveryComputer() {
        VersionToken.OfColumn column = new VersionToken.OfColumn(Value.of(7));
        VersionToken.OfDigest digest = new VersionToken.OfDigest(Bytes.of(new byte[] {(byte) 0xAB, 1}));
        assertThat(column.text()).isEqualTo("7");
        assertThat(digest.text()).isEqualTo("ab01").isEqualTo(digest.hex());
        assertThat(new VersionToken.OfBoth(column, digest).text()).isEqualTo("7-ab01");
    }
}
