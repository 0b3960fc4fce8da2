package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.testing.LockingContract;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@LockingContract
class RowDigestTest {

    @Test
    void theOrderOfColumnsDoesNotMatter() {
        Row one = Row.of("a", Value.of(1)).with("b", Value.of(2));
        Row other = Row.of("b", Value.of(2)).with("a", Value.of(1));
        assertThat(digest(one)).isEqualTo(digest(other));
    }

    @Test
    void swappedValuesDiffer() {
        Row one = Row.of("a", Value.of(1)).with("b", Value.of(2));
        Row other = Row.of("a", Value.of(2)).with("b", Value.of(1));
        assertThat(digest(one)).isNotEqualTo(digest(other));
    }

    @Test
    void valuesThatLookAlikeAllDiffer() {
        Stream<Value> values = Stream.of(
                Value.ofNull(),
                Value.of(""),
                Value.of(13),
                Value.of("13"),
                Value.of(0),
                Value.of("0"),
                Value.of(false),
                new Value.Float64(0),
                new Value.Float32(0),
                new Value.Json("13"),
                new Value.Other("x", "13"));
        assertThat(values.map(value -> digest(Row.of("a", value)))).doesNotHaveDuplicates();
    }

    @Test
    void separatorsInValuesDoNotMoveTheirBorders() {
        Row one = Row.of("a", Value.of("a:b")).with("b", Value.of("c"));
        Row other = Row.of("a", Value.of("a")).with("b", Value.of("b:c"));
        assertThat(digest(one)).isNotEqualTo(digest(other));
    }

    @Test
    void theScaleOfADecimalDoesNotCount() {
        assertThat(digest(Row.of("a", Value.of(new BigDecimal("1.500")))))
                .isEqualTo(digest(Row.of("a", Value.of(new BigDecimal("1.5")))));
        assertThat(digest(Row.of("a", Value.of(new BigDecimal("1E+3")))))
                .isEqualTo(digest(Row.of("a", Value.of(1000))));
    }

    @Test
    void largeNumbersAreNotRoundedToDouble() {
        assertThat(digest(Row.of("a", Value.of(9007199254740992L))))
                .isNotEqualTo(digest(Row.of("a", Value.of(9007199254740993L))));
    }

    @Test
    void thereIsOneZeroAndOneNotANumber() {
        assertThat(digest(Row.of("a", new Value.Float64(-0.0)))).isEqualTo(digest(Row.of("a", new Value.Float64(0.0))));
        double otherNan = Double.longBitsToDouble(0x7ff8000000000001L);
        assertThat(digest(Row.of("a", new Value.Float64(otherNan))))
                .isEqualTo(digest(Row.of("a", new Value.Float64(Double.NaN))));
        assertThat(digest(Row.of("a", new Value.Float32(-0f)))).isEqualTo(digest(Row.of("a", new Value.Float32(0f))));
        assertThat(digest(Row.of("a", new Value.Float32(Float.intBitsToFloat(0x7fc00001)))))
                .isEqualTo(digest(Row.of("a", new Value.Float32(Float.NaN))));
        assertThat(Stream.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, 0f)
                        .flatMap(number -> Stream.of(new Value.Float32(number), new Value.Float64(number)))
                        .map(value -> digest(Row.of("a", value))))
                .doesNotHaveDuplicates();
    }

    @Test
    void caseTrailingSpacesAndUnicodeFormCount() {
        String composed = Normalizer.normalize("é", Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize("é", Normalizer.Form.NFD);
        Stream<Value> values = Stream.of("a", "A", "a ", composed, decomposed).map(Value::of);
        assertThat(values.map(value -> digest(Row.of("a", value)))).doesNotHaveDuplicates();
    }

    @Test
    void theOffsetOfAMomentCounts() {
        assertThat(digest(Row.of("a", new Value.Moment(OffsetDateTime.parse("2026-01-01T10:00+01:00")))))
                .isNotEqualTo(digest(Row.of("a", new Value.Moment(OffsetDateTime.parse("2026-01-01T09:00Z")))));
    }

    @Test
    void theComputersZoneAndLocaleDoNotMatter() {
        Row row = Row.of("a", new Value.Moment(OffsetDateTime.parse("2026-01-01T10:00+01:00")))
                .with("i", Value.of("Iİ"))
                .with("n", Value.of(new BigDecimal("1234.5")));
        String here = digest(row);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(digest(row)).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void ignoredAndComputedColumnsDoNotCount() {
        Table table = Tables.of(
                "t",
                Tables.column("id", "integer", ValueKind.INTEGER, 0, 0),
                Tables.column("seen", "integer", ValueKind.INTEGER, 0, 0),
                Tables.computed("twice"));
        Row row = Row.of("id", Value.of(1)).with("seen", Value.of(1)).with("twice", Value.of(2));
        Row other = row.with("seen", Value.of(9)).with("twice", Value.of(3));
        assertThat(RowDigest.of(table, row, Set.of("seen"))).isEqualTo(RowDigest.of(table, other, Set.of("seen")));
        assertThat(RowDigest.of(table, row, Set.of())).isNotEqualTo(RowDigest.of(table, other, Set.of()));
    }

    @Test
    void aPartOfARowHasNoDigest() {
        Row row = Row.of("a", Value.of(1)).with("b", Value.of(2));
        Table table = Tables.holding("t", row);
        assertThatThrownBy(() -> RowDigest.of(table, row.without("b"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b");
    }

    @Test
    void theLastCharacterAndByteOfLongValuesCount() {
        String text = "é𝄞".repeat(100_000);
        assertThat(digest(Row.of("a", Value.of(text + "a")))).isNotEqualTo(digest(Row.of("a", Value.of(text + "b"))));
        byte[] bytes = new byte[1_000_000];
        String before = digest(Row.of("a", new Value.Binary(Bytes.of(bytes))));
        bytes[bytes.length - 1] = 1;
        assertThat(digest(Row.of("a", new Value.Binary(Bytes.of(bytes))))).isNotEqualTo(before);
    }

    private static String digest(Row row) {
        return RowDigest.of(Tables.holding("t", row), row, Set.of()).hex();
    }

    @Test
    void aLargeValueCountsByItsKindItsSizeAndItsOwnDigest() {
        String own = "ab".repeat(32);
        assertThat(Stream.of(
                                new Value.Large(Value.Large.Kind.TEXT, 1L << 25, own),
                                new Value.Large(Value.Large.Kind.JSON, 1L << 25, own),
                                new Value.Large(Value.Large.Kind.BINARY, 1L << 25, own),
                                new Value.Large(Value.Large.Kind.BINARY, 1L << 26, own),
                                new Value.Large(Value.Large.Kind.BINARY, 1L << 25, "ac".repeat(32)))
                        .map(value -> digest(Row.of("a", value))))
                .doesNotHaveDuplicates();
    }

    /** The limit itself is still held; what is beyond it stands for itself as a value that was never held does. */
    @Test
    void aValueThatIsTooLongIsDigestedAsIfItHadNotBeenHeld() {
        byte[] bytes = new byte[Value.LARGE + 1];
        Arrays.fill(bytes, (byte) 'a');
        Bytes most = Bytes.of(bytes).first(Value.LARGE);
        Bytes more = Bytes.of(bytes);
        assertThat(digest(Row.of("a", new Value.Binary(more))))
                .isEqualTo(digest(Row.of("a", large(Value.Large.Kind.BINARY, more))));
        assertThat(digest(Row.of("a", new Value.Binary(most))))
                .isNotEqualTo(digest(Row.of("a", large(Value.Large.Kind.BINARY, most))));
        String text = new String(bytes, StandardCharsets.US_ASCII);
        assertThat(digest(Row.of("a", Value.of(text))))
                .isEqualTo(digest(Row.of("a", large(Value.Large.Kind.TEXT, more))));
        assertThat(digest(Row.of("a", new Value.Json(text))))
                .isEqualTo(digest(Row.of("a", large(Value.Large.Kind.JSON, more))));
        assertThat(digest(Row.of("a", Value.of(text.substring(1)))))
                .isNotEqualTo(digest(Row.of("a", large(Value.Large.Kind.TEXT, most))))
                .isNotEqualTo(digest(Row.of("a", new Value.Binary(most))));
        Bytes accents = Bytes.of("é".repeat(Value.LARGE / 2).getBytes(StandardCharsets.UTF_8));
        assertThat(digest(Row.of("a", Value.of("é".repeat(Value.LARGE / 2)))))
                .isNotEqualTo(digest(Row.of("a", large(Value.Large.Kind.TEXT, accents))));
    }

    @Test
    void textThatIsNotValidCountsByItsBytes() {
        Value malformed = new Value.Malformed(Bytes.of(new byte[] {'a', (byte) 0xFC}));
        assertThat(Stream.of(
                                malformed,
                                new Value.Malformed(Bytes.of(new byte[] {'a', (byte) 0xFD})),
                                new Value.Binary(Bytes.of(new byte[] {'a', (byte) 0xFC})),
                                Value.of("a\ufffd"),
                                Value.of(malformed.text()))
                        .map(value -> digest(Row.of("a", value))))
                .doesNotHaveDuplicates();
    }

    private static Value large(Value.Large.Kind kind, Bytes bytes) {
        return new Value.Large(kind, bytes.size(), HexFormat.of().formatHex(LargeValue.sha256(bytes)));
    }
}
