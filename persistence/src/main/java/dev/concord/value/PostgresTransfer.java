package dev.concord.value;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.StoredText;
import dev.concord.record.Value;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL. Text and numbers are bound without a type, so that the server uses the column's: an integer column rejects a
 * number with decimals instead of rounding it, {@code citext} stays case-insensitive, and an index on the column is used.
 */
final class PostgresTransfer implements ValueTransfer {
    /** The server's own types of text; any other name is a domain's or an extension's. */
    private static final Set<String> TEXTS =
            Set.of("text", "character varying", "character", "bpchar", "name", "\"char\"", "citext");

    private static final Pattern YEAR = Pattern.compile("^-?\\d+");

    /** Whether text may be any bytes. The server reports an error for those that are not valid, so all text is read as bytes. */
    private final boolean anyBytes;

    PostgresTransfer(boolean anyBytes) {
        this.anyBytes = anyBytes;
    }

    @Override
    public String reading(Column column) {
        if (asBytes(column)) {
            return bytesOf("cast({0} as text)");
        }
        return switch (column.kind()) {
            case OTHER, ENUM -> "cast({0} as text)";
            // A domain may be made of CHAR; the cast takes the padding away.
            case TEXT -> TEXTS.contains(column.typeName()) ? "{0}" : "cast({0} as text)";
            default -> "{0}";
        };
    }

    @Override
    public String whole(Column column) {
        return LargeValueSummary.possible(column)
                ? "case when octet_length(" + bytes(column) + ") <= " + Value.LARGE + " then " + reading(column)
                        + " end"
                : reading(column);
    }

    @Override
    public Optional<String> mark(Column column) {
        if (!LargeValueSummary.possible(column)) {
            return Optional.empty();
        }
        String text = anyBytes ? bytesOf("cast({0} as text)") : "convert_to(cast({0} as text), 'UTF8')";
        String bytes = column.kind() == ValueKind.BINARY ? "{0}" : text;
        return Optional.of("case when octet_length(" + bytes(column) + ") > " + Value.LARGE + " then octet_length("
                + bytes + ") || ':' || encode(sha256(" + bytes + "), 'hex') end");
    }

    /** The expression whose size is computed: JSON has no size of its own. */
    private static String bytes(Column column) {
        return column.kind() == ValueKind.JSON ? "cast({0} as text)" : "{0}";
    }

    @Override
    public String beginning(Column column) {
        return asBytes(column) ? bytesOf(beginningAsText(column)) : beginningAsText(column);
    }

    @Override
    public String beginningAsText(Column column) {
        return "left(cast({2} as text), {1})";
    }

    @Override
    public String placeholder(Column column, Value value) {
        if (!(value instanceof Value.Malformed)) {
            return "?";
        }
        String text = "convert_from(?, 'SQL_ASCII')";
        // A text has to be cast to any other type.
        return column.kind() == ValueKind.TEXT ? text : "cast(" + text + " as " + quoted(column.typeName()) + ")";
    }

    @Override
    public @Nullable Object literal(Column column, Value value) throws SQLException {
        Object literal = Literals.of(value);
        // The server has no year 0: the year 0 of ISO 8601 is its 1 BC.
        return switch (value) {
            case Value.Date(LocalDate date) -> era(literal, date);
            case Value.DateTime(LocalDateTime dateTime) -> era(literal, dateTime.toLocalDate());
            case Value.Moment(OffsetDateTime moment) -> era(literal, moment.toLocalDate());
            default -> literal;
        };
    }

    private static @Nullable Object era(@Nullable Object literal, LocalDate date) {
        return date.getYear() > 0 || literal == null
                ? literal
                : YEAR.matcher(literal.toString()).replaceFirst(String.format("%04d", 1 - date.getYear())) + " BC";
    }

    private boolean asBytes(Column column) {
        return anyBytes && column.kind().isText();
    }

    /** The bytes of a text as stored. */
    private static String bytesOf(String text) {
        return "convert_to(" + text + ", 'SQL_ASCII')";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public boolean holds(Value.Malformed malformed) {
        return anyBytes;
    }

    @Override
    public Value read(ResultSet result, int index, Column column) throws SQLException {
        if (asBytes(column)) {
            return JdbcValues.wrap(result.getBytes(index), bytes -> ofBytes(bytes, column));
        }
        return switch (column.kind()) {
            case INTEGER -> JdbcValues.whole(result, index);
            case DATE -> JdbcValues.wrap(result.getObject(index, LocalDate.class), date -> date(date, column));
            case TIME -> JdbcValues.wrap(result.getObject(index, LocalTime.class), time -> time(time, column));
            case TIMESTAMP ->
                JdbcValues.wrap(result.getObject(index, LocalDateTime.class), dateTime -> dateTime(dateTime, column));
            case ZONED_TIMESTAMP ->
                JdbcValues.wrap(result.getObject(index, OffsetDateTime.class), moment -> moment(moment, column));
            case OTHER -> JdbcValues.wrap(result.getString(index), text -> other(text, column));
            default -> JdbcValues.byKind(result, index, column);
        };
    }

    @Override
    public ColumnReader reader(Column column) {
        if (column.kind() == ValueKind.TEXT && !asBytes(column) && !JdbcValues.padded(column)) {
            return JdbcValues::text;
        }
        return column.kind() == ValueKind.INTEGER ? JdbcValues::whole : ValueTransfer.super.reader(column);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Column column, Value value) throws SQLException {
        switch (value) {
            case Value.Null none -> statement.setNull(index, Types.NULL);
            case Value.Bool(boolean truth) -> statement.setBoolean(index, truth);
            case Value.Date date -> statement.setObject(index, date.date());
            case Value.Time time -> statement.setObject(index, time.time());
            case Value.DateTime dateTime -> statement.setObject(index, dateTime.dateTime());
            case Value.Moment moment -> statement.setObject(index, moment.moment());
            case Value.Uuid(java.util.UUID uuid) -> statement.setObject(index, uuid);
            case Value.Binary binary -> statement.setBytes(index, binary.bytes().toArray());
            case Value.Malformed malformed ->
                statement.setBytes(index, malformed.bytes().toArray());
            case Value.Text text -> statement.setObject(index, value.text(), Types.OTHER);
            case Value.Exact exact -> statement.setObject(index, value.text(), Types.OTHER);
            case Value.Float32 single -> statement.setObject(index, value.text(), Types.OTHER);
            case Value.Float64 twice -> statement.setObject(index, value.text(), Types.OTHER);
            case Value.Json json -> statement.setObject(index, value.text(), Types.OTHER);
            case Value.Other other -> statement.setObject(index, value.text(), Types.OTHER);
            case Value.Large large -> throw JdbcValues.unwritable(large);
        }
    }

    private static Value ofBytes(byte[] bytes, Column column) {
        Value stored = StoredText.ofUtf8(bytes);
        return switch (column.kind()) {
            case TEXT -> JdbcValues.unpadded(stored, column);
            case JSON -> JdbcValues.valid(stored, Value.Json::new);
            case OTHER -> JdbcValues.valid(stored, text -> other(text, column));
            default -> stored;
        };
    }

    private static Value other(String text, Column column) {
        return new Value.Other(column.typeName(), PostgresMoments.within(column) ? PostgresMoments.inUtc(text) : text);
    }

    private static Value date(LocalDate date, Column column) {
        return infinite(date.equals(LocalDate.MAX), date.equals(LocalDate.MIN), new Value.Date(date), column);
    }

    /** The driver returns 24:00, which is no Java time, as the last nanosecond of the day. */
    private static Value time(LocalTime time, Column column) {
        return time.equals(LocalTime.MAX) ? new Value.Other(column.typeName(), "24:00:00") : new Value.Time(time);
    }

    private static Value dateTime(LocalDateTime dateTime, Column column) {
        return infinite(
                dateTime.equals(LocalDateTime.MAX),
                dateTime.equals(LocalDateTime.MIN),
                new Value.DateTime(dateTime),
                column);
    }

    /** Converts to UTC: the server stores no offset, and the one it returns is the session's. */
    private static Value moment(OffsetDateTime moment, Column column) {
        boolean most = moment.equals(OffsetDateTime.MAX);
        boolean least = moment.equals(OffsetDateTime.MIN);
        return most || least
                ? infinite(most, least, Value.ofNull(), column)
                : new Value.Moment(moment.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static Value infinite(boolean most, boolean least, Value otherwise, Column column) {
        if (most) {
            return new Value.Other(column.typeName(), "infinity");
        }
        return least ? new Value.Other(column.typeName(), "-infinity") : otherwise;
    }
}
