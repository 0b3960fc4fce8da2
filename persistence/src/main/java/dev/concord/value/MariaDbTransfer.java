package dev.concord.value;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB and MySQL. Dates and times are read and bound as text, because {@code 0000-00-00} and times beyond a day are no Java
 * values; FLOAT as DOUBLE, because the driver's two protocols round it differently; a TIMESTAMP, which the server shows in
 * the session's zone, as seconds since 1970.
 */
final class MariaDbTransfer implements ValueTransfer {
    @Override
    public String reading(Column column) {
        return switch (column.kind()) {
            case FLOAT32 -> "cast({0} as double)";
            case DATE, TIME, TIMESTAMP, ENUM -> "cast({0} as char)";
            case ZONED_TIMESTAMP -> "if({0} = 0, cast({0} as char), unix_timestamp({0}))";
            case OTHER -> MariaDbShapes.in(column) ? MariaDbShapes.READING : "cast({0} as char)";
            default -> "{0}";
        };
    }

    @Override
    public String whole(Column column) {
        return LargeValueSummary.possible(column)
                ? "case when octet_length(" + bytes(column) + ") <= " + Value.LARGE + " then {0} end"
                : reading(column);
    }

    /** Converting a text may exceed the largest packet, which gives NULL; the bytes as stored identify it as well. */
    @Override
    public Optional<String> mark(Column column) {
        if (!LargeValueSummary.possible(column)) {
            return Optional.empty();
        }
        String bytes = bytes(column);
        return Optional.of("case when octet_length(" + bytes + ") <= " + Value.LARGE
                + " then null else concat(coalesce(octet_length(" + bytes + "), octet_length({0})), ':', coalesce(sha2("
                + bytes + ", 256), sha2({0}, 256))) end");
    }

    /** The bytes that identify a value, independent of its column's encoding. */
    private static String bytes(Column column) {
        return column.kind() == ValueKind.BINARY ? "{0}" : "convert({0} using utf8mb4)";
    }

    @Override
    public String beginning(Column column) {
        return "left({0}, {1})";
    }

    @Override
    public String placeholder(Column column, Value value) {
        if (value instanceof Value.Moment) {
            // from_unixtime returns NULL for what a TIMESTAMP cannot hold; the empty text makes the server reject it
            // instead.
            return "coalesce(from_unixtime(?), '')";
        }
        if (value instanceof Value.Malformed) {
            // The server takes surrogates as characters of UTF-8, which no driver does.
            return "convert(? using utf8mb4) collate utf8mb4_bin";
        }
        return MariaDbShapes.in(column) && !value.isNull() ? MariaDbShapes.placeholder(value.text()) : "?";
    }

    @Override
    public String literalPlaceholder(Column column, Value value) {
        return Literals.hasNul(value) ? "convert(? using utf8mb4)" : placeholder(column, value);
    }

    @Override
    public @Nullable Object literal(Column column, Value value) throws SQLException {
        return switch (value) {
            case Value.Text text when Literals.hasNul(text) -> Literals.utf8(text);
            // A truth value is a number here, also where the column is one of bits.
            case Value.Bool(boolean truth) -> truth ? 1 : 0;
            case Value.Moment moment -> seconds(moment);
            case Value.Other other when MariaDbShapes.in(column) -> MariaDbShapes.withoutSystem(other.text());
            default -> Literals.of(value);
        };
    }

    /** The server rejects what is not UTF-8, but takes surrogates as characters of it. */
    @Override
    public boolean holds(Value.Malformed malformed) {
        return StoredText.chars(malformed).isPresent();
    }

    @Override
    public Value read(ResultSet result, int index, Column column) throws SQLException {
        return switch (column.kind()) {
            case BOOLEAN -> truth(result.getInt(index), result.wasNull());
            case FLOAT32 -> {
                double widened = result.getDouble(index);
                yield result.wasNull() ? Value.ofNull() : new Value.Float32((float) widened);
            }
            case DATE -> parsed(result, index, column, text -> new Value.Date(LocalDate.parse(text)));
            case TIME -> parsed(result, index, column, text -> new Value.Time(LocalTime.parse(text)));
            case TIMESTAMP ->
                parsed(result, index, column, text -> new Value.DateTime(LocalDateTime.parse(text.replace(' ', 'T'))));
            case ZONED_TIMESTAMP -> parsed(result, index, column, MariaDbTransfer::moment);
            case UUID -> JdbcValues.wrap(result.getString(index), text -> new Value.Uuid(UUID.fromString(text)));
            default -> JdbcValues.byKind(result, index, column);
        };
    }

    @Override
    public ColumnReader reader(Column column) {
        return column.kind() == ValueKind.TEXT && !JdbcValues.padded(column)
                ? JdbcValues::text
                : ValueTransfer.super.reader(column);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Column column, Value value) throws SQLException {
        switch (value) {
            case Value.Null none -> statement.setNull(index, Types.NULL);
            case Value.Exact exact -> statement.setBigDecimal(index, exact.number());
            case Value.Float32(float number) -> statement.setDouble(index, number);
            case Value.Float64(double number) -> statement.setDouble(index, number);
            case Value.Bool(boolean truth) -> statement.setBoolean(index, truth);
            case Value.Malformed malformed ->
                statement.setBytes(index, malformed.bytes().toArray());
            case Value.Binary binary -> statement.setBytes(index, binary.bytes().toArray());
            case Value.DateTime dateTime ->
                statement.setString(index, dateTime.dateTime().toString().replace('T', ' '));
            case Value.Moment moment -> statement.setBigDecimal(index, seconds(moment));
            case Value.Text text -> statement.setString(index, value.text());
            case Value.Date date -> statement.setString(index, value.text());
            case Value.Time time -> statement.setString(index, value.text());
            case Value.Uuid uuid -> statement.setString(index, value.text());
            case Value.Json json -> statement.setString(index, value.text());
            case Value.Other other ->
                statement.setString(
                        index, MariaDbShapes.in(column) ? MariaDbShapes.withoutSystem(other.text()) : other.text());
            case Value.Large large -> throw JdbcValues.unwritable(large);
        }
    }

    private static Value parsed(ResultSet result, int index, Column column, Function<String, Value> parser)
            throws SQLException {
        return JdbcValues.wrap(result.getString(index), text -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException | NumberFormatException _) {
                return new Value.Other(column.typeName(), text);
            }
        });
    }

    /** A tinyint(1) holds other numbers than 0 and 1, too. */
    private static Value truth(int number, boolean wasNull) {
        if (wasNull) {
            return Value.ofNull();
        }
        return number == 0 || number == 1 ? Value.of(number == 1) : Value.of(number);
    }

    private static Value moment(String seconds) {
        BigDecimal exact = new BigDecimal(seconds);
        long whole = exact.longValue();
        int nanos = exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).intValue();
        return new Value.Moment(Instant.ofEpochSecond(whole, nanos).atOffset(ZoneOffset.UTC));
    }

    private static BigDecimal seconds(Value.Moment moment) {
        return BigDecimal.valueOf(moment.moment().toEpochSecond())
                .add(BigDecimal.valueOf(moment.moment().getNano(), 9));
    }
}
