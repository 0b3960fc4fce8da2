package dev.concord.app.gateway.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.concord.catalog.Column;
import dev.concord.catalog.SpecialValues;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;

/**
 * Values as JSON, by the kind of their column.
 *
 * <table>
 * <caption>How values are written</caption>
 * <tr><td>numbers</td><td>JSON numbers with every digit, also beyond what a double holds; NaN and infinity as texts</td></tr>
 * <tr><td>true and false</td><td>as such</td></tr>
 * <tr><td>dates and times</td><td>texts of ISO 8601</td></tr>
 * <tr><td>bytes</td><td>texts of Base64 (RFC 4648, section 4)</td></tr>
 * <tr><td>JSON</td><td>its text, which keeps what the database keeps, and may contain names that JSON:API reserves</td></tr>
 * <tr><td>all else</td><td>the server's own text</td></tr>
 * </table>
 */
public final class AttributeValues {
    /** The most digits of a number, and the most zeros it may stand for. */
    private static final int MOST_DIGITS = 1000;

    private static final BigInteger SMALLEST_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private AttributeValues() {}

    /**
     * Whether a value can be written as JSON that is read back as the same value. It cannot be where it is too large to be held
     * in memory, where a text is not valid, and where bytes are kept in a column of another kind, as SQLite allows.
     */
    public static boolean writable(Value value, Column column) {
        return switch (value) {
            case Value.Large _, Value.Malformed _ -> false;
            case Value.Binary _ -> column.kind() == ValueKind.BINARY;
            default -> true;
        };
    }

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException where it is not {@link #writable}
     */
    public static void write(Value value, JsonGenerator out) throws IOException {
        switch (value) {
            case Value.Null _ -> out.writeNull();
            case Value.Bool(boolean truth) -> out.writeBoolean(truth);
            case Value.Exact _ -> out.writeNumber(WrittenValue.of(value));
            case Value.Float32(float number) when Float.isFinite(number) -> out.writeNumber(number);
            case Value.Float64(double number) when Double.isFinite(number) -> out.writeNumber(number);
            case Value.Binary(Bytes bytes) ->
                out.writeString(Base64.getEncoder().encodeToString(bytes.toArray()));
            case Value.Large _, Value.Malformed _ -> throw new IllegalArgumentException("Not to be written as JSON");
            default -> out.writeString(WrittenValue.of(value));
        }
    }

    /**
     * Reads a value.
     *
     * @param json read with numbers as {@link BigDecimal}, so that no digit is lost
     */
    public static ValueReading read(JsonNode json, Column column) {
        if (json.isNull()) {
            return new ValueReading.Read(Value.ofNull());
        }
        if (json.isContainerNode()) {
            return new ValueReading.Wrong(expected(column));
        }
        return switch (column.kind()) {
            case INTEGER, DECIMAL, FLOAT32, FLOAT64, NUMERIC -> number(json, column);
            case BOOLEAN ->
                json.isBoolean()
                        ? new ValueReading.Read(Value.of(json.booleanValue()))
                        : new ValueReading.Wrong(expected(column));
            case BINARY -> json.isTextual() ? base64(json.textValue()) : new ValueReading.Wrong(expected(column));
            case OTHER ->
                json.isNumber() && column.special() == SpecialValues.ANY_SIZE
                        ? inRange(json, numeric(json.decimalValue()))
                        : TextReader.read(json.asText(), column);
            case TEXT, JSON, ENUM, UUID, DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP ->
                json.isTextual() ? TextReader.read(json.textValue(), column) : new ValueReading.Wrong(expected(column));
        };
    }

    /** NaN and infinity are texts, because JSON has no such numbers. */
    private static ValueReading number(JsonNode json, Column column) {
        if (json.isTextual()) {
            return switch (json.textValue()) {
                case "NaN", "Infinity", "-Infinity" -> TextReader.read(json.textValue(), column);
                default -> new ValueReading.Wrong(expected(column));
            };
        }
        if (!json.isNumber()) {
            return new ValueReading.Wrong(expected(column));
        }
        BigDecimal number = json.decimalValue();
        if (absurd(number)) {
            return new ValueReading.Wrong("The number has more than " + MOST_DIGITS + " digits.");
        }
        return switch (column.kind()) {
            case INTEGER -> whole(number) ? exact(number) : new ValueReading.Wrong(expected(column));
            case FLOAT32 -> finite(new Value.Float32(number.floatValue()), Float.isFinite(number.floatValue()));
            case FLOAT64 -> finite(new Value.Float64(number.doubleValue()), Double.isFinite(number.doubleValue()));
            case NUMERIC -> inRange(json, numeric(number));
            default -> exact(number);
        };
    }

    private static ValueReading exact(BigDecimal number) {
        return new ValueReading.Read(Value.of(number));
    }

    private static ValueReading inRange(JsonNode json, Value value) {
        return absurd(json.decimalValue())
                ? new ValueReading.Wrong("The number has more than " + MOST_DIGITS + " digits.")
                : finite(value, !(value instanceof Value.Float64(double number)) || Double.isFinite(number));
    }

    private static ValueReading finite(Value value, boolean finite) {
        return finite
                ? new ValueReading.Read(value)
                : new ValueReading.Wrong("The number is too large for this column.");
    }

    /** As SQLite keeps it: whole numbers exactly, others as floating point. */
    private static Value numeric(BigDecimal number) {
        return !absurd(number)
                        && whole(number)
                        && number.toBigInteger().compareTo(SMALLEST_LONG) >= 0
                        && number.toBigInteger().compareTo(LARGEST_LONG) <= 0
                ? Value.of(number)
                : new Value.Float64(number.doubleValue());
    }

    private static boolean absurd(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS;
    }

    private static boolean whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static ValueReading base64(String text) {
        try {
            return new ValueReading.Read(
                    new Value.Binary(Bytes.of(Base64.getDecoder().decode(text))));
        } catch (IllegalArgumentException e) {
            return new ValueReading.Wrong("The text is not Base64.");
        }
    }

    private static String expected(Column column) {
        return switch (column.kind()) {
            case INTEGER -> "A whole number is expected.";
            case DECIMAL, FLOAT32, FLOAT64, NUMERIC -> "A number is expected.";
            case BOOLEAN -> "true or false is expected.";
            case BINARY -> "A text of Base64 is expected.";
            case JSON -> "A text that contains JSON is expected.";
            case DATE, TIME, TIMESTAMP, ZONED_TIMESTAMP -> "A text with a date or time of ISO 8601 is expected.";
            case TEXT, UUID, ENUM, OTHER -> "A text is expected.";
        };
    }
}
