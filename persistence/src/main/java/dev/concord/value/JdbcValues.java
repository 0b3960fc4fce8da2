package dev.concord.value;

import dev.concord.catalog.Column;
import dev.concord.record.Bytes;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a column's value by its kind, where the drivers agree. */
final class JdbcValues {
    private JdbcValues() {}

    static Value byKind(ResultSet result, int index, Column column) throws SQLException {
        return switch (column.kind()) {
            case TEXT -> unpadded(characters(result, index, Value::of), column);
            case ENUM -> characters(result, index, Value::of);
            case INTEGER, DECIMAL, NUMERIC -> number(result.getString(index), column);
            case FLOAT32 -> orNull(result, new Value.Float32(result.getFloat(index)));
            case FLOAT64 -> orNull(result, new Value.Float64(result.getDouble(index)));
            case BOOLEAN -> orNull(result, Value.of(result.getBoolean(index)));
            case DATE -> wrap(result.getObject(index, LocalDate.class), Value.Date::new);
            case TIME -> wrap(result.getObject(index, LocalTime.class), Value.Time::new);
            case TIMESTAMP -> wrap(result.getObject(index, LocalDateTime.class), Value.DateTime::new);
            case ZONED_TIMESTAMP -> wrap(result.getObject(index, OffsetDateTime.class), Value.Moment::new);
            case UUID -> wrap(result.getObject(index, UUID.class), Value.Uuid::new);
            case JSON -> characters(result, index, Value.Json::new);
            case BINARY -> binary(result.getBytes(index));
            case OTHER -> characters(result, index, text -> new Value.Other(column.typeName(), text));
        };
    }

    /**
     * Reads a text: as a value made of it, or as its bytes where they are not valid in its encoding. The driver has then put
     * another character in place of them.
     */
    static Value characters(ResultSet result, int index, Function<String, Value> valid) throws SQLException {
        String text = result.getString(index);
        if (text != null && StoredText.suspect(text)) {
            return valid(StoredText.ofUtf8(result.getBytes(index)), valid);
        }
        return wrap(text, valid);
    }

    /** Reads a text that is not padded. */
    static Value text(ResultSet result, int index) throws SQLException {
        return characters(result, index, Value::of);
    }

    /** Makes a value of a text, and leaves bytes that are none. */
    static Value valid(Value stored, Function<String, Value> value) {
        return stored instanceof Value.Text(String text) ? value.apply(text) : stored;
    }

    /** Some databases pad CHAR on reading, others do not; the padding is not part of the value. */
    static Value unpadded(Value value, Column column) {
        if (!padded(column)) {
            return value;
        }
        return switch (value) {
            case Value.Text(String text) -> Value.of(withoutPadding(text));
            case Value.Malformed(Bytes bytes) -> new Value.Malformed(withoutPadding(bytes));
            default -> value;
        };
    }

    /** Removes spaces only: other white space at the end belongs to the value. */
    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static Bytes withoutPadding(Bytes bytes) {
        byte[] all = bytes.toArray();
        int end = all.length;
        while (end > 0 && all[end - 1] == ' ') {
            end--;
        }
        return Bytes.of(Arrays.copyOf(all, end));
    }

    /** Reads exact numbers from their digits; NaN and infinity, which some exact types hold, become other values. */
    static Value number(@Nullable String text, Column column) {
        return wrap(text, digits -> {
            try {
                return Value.of(new BigDecimal(digits));
            } catch (NumberFormatException _) {
                return new Value.Other(column.typeName(), digits);
            }
        });
    }

    static Value binary(byte @Nullable [] bytes) {
        return wrap(bytes, b -> new Value.Binary(Bytes.of(b)));
    }

    /** A whole number of eight bytes at most. */
    static Value whole(ResultSet result, int index) throws SQLException {
        return orNull(result, Value.of(result.getLong(index)));
    }

    static Value other(@Nullable String text, Column column) {
        return wrap(text, t -> new Value.Other(column.typeName(), t));
    }

    static <T> Value wrap(@Nullable T raw, Function<T, Value> wrapper) {
        return raw == null ? Value.ofNull() : wrapper.apply(raw);
    }

    /** Returns the error of binding a value too large to be in memory; the store refuses such a write before. */
    static SQLException unwritable(Value.Large large) {
        return new SQLException("A value too large to be held cannot be written: " + large.size() + " bytes");
    }

    /** Returns the error of binding a text that this database cannot store: it was read from another one. */
    static SQLException unwritable(Value.Malformed malformed) {
        return new SQLException("Not valid in this database's encoding: " + malformed.bytes());
    }

    private static Value orNull(ResultSet result, Value value) throws SQLException {
        return result.wasNull() ? Value.ofNull() : value;
    }

    static boolean padded(Column column) {
        String type = column.typeName();
        return type.equalsIgnoreCase("bpchar")
                || type.equalsIgnoreCase("char")
                || type.equalsIgnoreCase("nchar")
                || type.equalsIgnoreCase("character");
    }
}
