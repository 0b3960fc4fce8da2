package dev.concord.value;

import dev.concord.catalog.Column;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQLite, where every value has a storage class of its own and a declared type is only a preference: a value is read by
 * its storage class, so that writing it back stores the same value.
 */
final class SqliteTransfer implements ValueTransfer {
    /** Bytes digested at once. */
    private static final int CHUNK = 1 << 22;

    /** The form SQLite's own date functions write. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private final SqliteText texts;

    SqliteTransfer(SqliteText texts) {
        this.texts = texts;
    }

    @Override
    public String reading(Column column) {
        return texts.reading("{0}");
    }

    @Override
    public String whole(Column column) {
        return "case when octet_length({0}) <= " + Value.LARGE + " then " + texts.reading("{0}") + " end";
    }

    /** The bytes go through the function in order, a chunk at a time. */
    @Override
    public Optional<String> mark(Column column) {
        return Optional.of("case when octet_length({0}) > " + Value.LARGE
                + " then typeof({0}) || ':' || octet_length({0}) || ':' || ("
                + "with recursive chunk (start) as (select 1 union all select start + " + CHUNK
                + " from chunk where start + " + CHUNK + " <= octet_length({0}))"
                + " select concord_sha256(substr(cast({0} as blob), start, " + CHUNK + ")) from chunk) end");
    }

    /**
     * A short value, which is read as it is, is told by its size. A number is told by one comparison before that, because numbers
     * come before all texts, and without the column's affinity, by which SQLite would look for a number in the other side each time.
     */
    @Override
    public String beginning(Column column) {
        String any = "iif(octet_length({2}) > {1}, iif(typeof({2}) = 'text', " + texts.readingBeginning("{2}", "{1}")
                + ", length({2})), {0})";
        return column.kind().isNumber() ? "iif(+{2} >= '', " + any + ", {2})" : any;
    }

    @Override
    public String beginningAsText(Column column) {
        return "case typeof({2}) when 'text' then substr({2}, 1, {1}) when 'blob' then length({2}) else {2} end";
    }

    @Override
    public String placeholder(Column column, Value value) {
        return value instanceof Value.Malformed ? "cast(? as text)" : "?";
    }

    @Override
    public String literalPlaceholder(Column column, Value value) {
        if (value instanceof Value.Float64(double number) && Double.isInfinite(number)) {
            return number > 0 ? "9e999" : "-9e999";
        }
        return Literals.hasNul(value) ? "cast(? as text)" : placeholder(column, value);
    }

    @Override
    public @Nullable Object literal(Column column, Value value) throws SQLException {
        return switch (value) {
            case Value.Text text
            when Literals.hasNul(text) -> texts.stored(new Value.Malformed(Bytes.of(Literals.utf8(text))));
            case Value.Malformed malformed -> texts.stored(malformed);
            case Value.Bool(boolean truth) -> truth ? 1 : 0;
            // Written as they are bound, because a text is a text here.
            case Value.Date date -> date.text();
            case Value.Time time -> time.text();
            case Value.DateTime dateTime -> DATE_TIME.format(dateTime.dateTime());
            case Value.Moment moment -> utc(moment);
            default -> Literals.of(value);
        };
    }

    @Override
    public boolean holds(Value.Malformed malformed) {
        return texts.holds(malformed);
    }

    @Override
    public Value read(ResultSet result, int index, Column column) throws SQLException {
        return switch (result.getObject(index)) {
            case null -> Value.ofNull();
            case Integer whole -> Value.of(whole.longValue());
            case Long whole -> Value.of(whole);
            case Double real -> new Value.Float64(real);
            case String text -> texts.value(text, result, index);
            case byte[] blob -> new Value.Binary(Bytes.of(blob));
            case Object other -> throw new SQLException("No storage class of SQLite: " + other.getClass());
        };
    }

    @Override
    public void bind(PreparedStatement statement, int index, Column column, Value value) throws SQLException {
        switch (value) {
            case Value.Null none -> statement.setNull(index, Types.NULL);
            case Value.Malformed malformed -> statement.setBytes(index, texts.stored(malformed));
            case Value.Exact exact -> number(statement, index, exact.number());
            case Value.Float32(float number) -> statement.setDouble(index, number);
            case Value.Float64(double number) -> statement.setDouble(index, number);
            case Value.Bool(boolean truth) -> statement.setLong(index, truth ? 1 : 0);
            case Value.Binary binary -> statement.setBytes(index, binary.bytes().toArray());
            case Value.DateTime dateTime -> statement.setString(index, DATE_TIME.format(dateTime.dateTime()));
            case Value.Moment moment -> statement.setString(index, utc(moment));
            case Value.Text text -> statement.setString(index, value.text());
            case Value.Date date -> statement.setString(index, value.text());
            case Value.Time time -> statement.setString(index, value.text());
            case Value.Uuid uuid -> statement.setString(index, value.text());
            case Value.Json json -> statement.setString(index, value.text());
            case Value.Other other -> statement.setString(index, value.text());
            case Value.Large large -> throw JdbcValues.unwritable(large);
        }
    }

    private static void number(PreparedStatement statement, int index, BigDecimal number) throws SQLException {
        boolean whole = number.scale() <= 0;
        if (whole && number.precision() - number.scale() <= 19 && fitsLong(number)) {
            statement.setLong(index, number.longValueExact());
        } else {
            statement.setDouble(index, number.doubleValue());
        }
    }

    private static boolean fitsLong(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                && number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0;
    }

    private static String utc(Value.Moment moment) {
        LocalDateTime time =
                moment.moment().withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return DATE_TIME.format(time) + "Z";
    }
}
