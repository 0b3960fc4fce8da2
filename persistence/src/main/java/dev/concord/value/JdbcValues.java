package dev.concord.value;

import dev.concord.catalog.Column;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a column's value by its kind, where the drivers agree. */
final class JdbcValues {
    private JdbcValues() {}

    static Value byKind(ResultSet result, int index, Column column) throws SQLException {
        return switch (column.kind()) {
            case TEXT -> text(result.getString(index), column);
            case ENUM -> wrap(result.getString(index), Value::of);
            case INTEGER, DECIMAL, NUMERIC -> number(result.getString(index), column);
            case FLOAT32 -> orNull(result, new Value.Float32(result.getFloat(index)));
            case FLOAT64 -> orNull(result, new Value.Float64(result.getDouble(index)));
            case BOOLEAN -> orNull(result, Value.of(result.getBoolean(index)));
            case DATE -> wrap(result.getObject(index, LocalDate.class), Value.Date::new);
            case TIME -> wrap(result.getObject(index, LocalTime.class), Value.Time::new);
            case TIMESTAMP -> wrap(result.getObject(index, LocalDateTime.class), Value.DateTime::new);
            case ZONED_TIMESTAMP -> wrap(result.getObject(index, OffsetDateTime.class), Value.Moment::new);
            case UUID -> wrap(result.getObject(index, UUID.class), Value.Uuid::new);
            case JSON -> wrap(result.getString(index), Value.Json::new);
            case BINARY -> binary(result.getBytes(index));
            case OTHER -> other(result.getString(index), column);
        };
    }

    /** Some databases pad CHAR on reading, others do not; the padding is not part of the value. */
    static Value text(@Nullable String text, Column column) {
        return wrap(text, t -> Value.of(padded(column) ? withoutPadding(t) : t));
    }

    /** Removes spaces only: other white space at the end belongs to the value. */
    private static String withoutPadding(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
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

    private static Value orNull(ResultSet result, Value value) throws SQLException {
        return result.wasNull() ? Value.ofNull() : value;
    }

    private static boolean padded(Column column) {
        String type = column.typeName();
        return type.equalsIgnoreCase("bpchar")
                || type.equalsIgnoreCase("char")
                || type.equalsIgnoreCase("nchar")
                || type.equalsIgnoreCase("character");
    }
}
