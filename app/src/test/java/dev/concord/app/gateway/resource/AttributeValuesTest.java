package dev.concord.app.gateway.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.concord.catalog.Column;
import dev.concord.catalog.SpecialValues;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import dev.concord.testing.EveryKindOfValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributeValuesTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Test
    void everyKindOfValueIsReadBackAsItself() {
        for (Value value : EveryKindOfValue.VALUES) {
            boolean isText = !(value instanceof Value.Text(String text))
                    || !(StoredText.ofChars(text) instanceof Value.Malformed);
            Column column = column(kind(value), SpecialValues.NONE);
            if (isText && AttributeValues.writable(value, column)) {
                assertThat(AttributeValues.read(json(written(value)), column))
                        .as(written(value))
                        .isEqualTo(new ValueReading.Read(value));
            }
        }
    }

    @Test
    void numbersKeepEveryDigitAndHaveNoExponent() {
        assertThat(written(Value.of(9007199254740993L))).isEqualTo("9007199254740993");
        assertThat(written(Value.of(1000))).isEqualTo("1000");
        assertThat(written(Value.of(new BigDecimal("12345678901234567890.5")))).isEqualTo("12345678901234567890.5");
        assertThat(written(new Value.Float64(0.1))).isEqualTo("0.1");
        assertThat(written(new Value.Float64(Double.NaN))).isEqualTo("\"NaN\"");
    }

    @Test
    void timesAlwaysHaveSeconds() {
        assertThat(written(new Value.Time(LocalTime.of(9, 0)))).isEqualTo("\"09:00:00\"");
        assertThat(written(new Value.Moment(OffsetDateTime.parse("2026-01-01T00:00Z"))))
                .isEqualTo("\"2026-01-01T00:00:00Z\"");
    }

    @Test
    void bytesAreBase64() {
        assertThat(written(new Value.Binary(Bytes.of(new byte[] {0, -1, 10})))).isEqualTo("\"AP8K\"");
    }

    @Test
    void aValueOfAnotherTypeIsWrong() {
        assertWrong(ValueKind.INTEGER, "\"1\"", "1.5", "true", "[]", "{}", "1e5000", "1e999999999");
        assertWrong(ValueKind.DECIMAL, "\"1.5\"", "false", "\"NaN\"", "1e-5000", "1e-999999999");
        assertWrong(ValueKind.FLOAT64, "1e400", "-1e400", "\"infinite\"");
        assertWrong(ValueKind.FLOAT32, "1e39");
        assertWrong(ValueKind.NUMERIC, "1e400", "1e999999999");
        assertWrong(ValueKind.BOOLEAN, "0", "\"true\"", "\"\"");
        assertWrong(ValueKind.TEXT, "1", "true", "{\"a\":1}", "\"\\ud800\"");
        assertWrong(ValueKind.DATE, "\"\"", "\"2026-02-30\"", "20260101", "\"yesterday\"");
        assertWrong(ValueKind.TIME, "\" \"", "\"25:00\"");
        assertWrong(ValueKind.ZONED_TIMESTAMP, "\"x\"");
        assertWrong(ValueKind.UUID, "\"123\"", "123");
        assertWrong(ValueKind.JSON, "{}", "\"{\"", "\"\"");
        assertWrong(ValueKind.BINARY, "\"*\"", "\"AP8\\n\"", "1");
    }

    @Test
    void nullIsNoValueOfAnyKind() {
        for (ValueKind kind : ValueKind.values()) {
            assertThat(AttributeValues.read(json("null"), column(kind, SpecialValues.NONE)))
                    .isEqualTo(new ValueReading.Read(Value.ofNull()));
        }
    }

    @Test
    void whatJsonCannotCarryIsNotWritable() {
        assertThat(AttributeValues.writable(
                        new Value.Large(Value.Large.Kind.TEXT, 1, "00"), column(ValueKind.TEXT, SpecialValues.NONE)))
                .isFalse();
        assertThat(AttributeValues.writable(
                        new Value.Binary(Bytes.of(new byte[1])), column(ValueKind.TEXT, SpecialValues.ANY_SIZE)))
                .isFalse();
    }

    private static void assertWrong(ValueKind kind, String... values) {
        for (String value : values) {
            assertThat(AttributeValues.read(json(value), column(kind, SpecialValues.NONE)))
                    .as("%s as %s", value, kind)
                    .isInstanceOf(ValueReading.Wrong.class);
        }
    }

    private static ValueKind kind(Value value) {
        return switch (value) {
            case Value.Null _, Value.Text _, Value.Malformed _, Value.Large _ -> ValueKind.TEXT;
            case Value.Exact _ -> ValueKind.DECIMAL;
            case Value.Float32 _ -> ValueKind.FLOAT32;
            case Value.Float64 _ -> ValueKind.FLOAT64;
            case Value.Bool _ -> ValueKind.BOOLEAN;
            case Value.Date _ -> ValueKind.DATE;
            case Value.Time _ -> ValueKind.TIME;
            case Value.DateTime _ -> ValueKind.TIMESTAMP;
            case Value.Moment _ -> ValueKind.ZONED_TIMESTAMP;
            case Value.Uuid _ -> ValueKind.UUID;
            case Value.Json _ -> ValueKind.JSON;
            case Value.Binary _ -> ValueKind.BINARY;
            case Value.Other _ -> ValueKind.OTHER;
        };
    }

    private static Column column(ValueKind kind, SpecialValues special) {
        return new Column("c", "int[]", kind, 0, 0, true, Optional.empty(), Column.Generation.NONE, List.of(), "")
                .with(special);
    }

    private static String written(Value value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            AttributeValues.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
