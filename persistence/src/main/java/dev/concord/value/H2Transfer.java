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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** H2: every kind as the driver's own type; an instant keeps its offset. */
final class H2Transfer implements ValueTransfer {
    private static final String ANY_NUMBER = "DECFLOAT";
    private static final String LARGE_TEXT = "CHARACTER LARGE OBJECT";
    private static final int DIGITS_OF_ANY_LONG = 18;
    private static final char FIRST_NOT_ASCII = 127;

    @Override
    public String reading(Column column) {
        return (column.kind() == ValueKind.OTHER && !H2Arrays.in(column)) || column.kind() == ValueKind.ENUM
                ? "cast({0} as varchar)"
                : "{0}";
    }

    @Override
    public String beginning(Column column) {
        return column.kind() == ValueKind.JSON || H2Arrays.in(column)
                ? "left(cast({0} as varchar), {1})"
                : "left({0}, {1})";
    }

    @Override
    public String placeholder(Column column, Value value) {
        return column.kind() == ValueKind.JSON && !value.isNull() ? "? format json" : "?";
    }

    @Override
    public String literalPlaceholder(Column column, Value value) {
        Optional<String> escaped =
                switch (value) {
                    case Value.Text text when Literals.hasNul(text) -> Optional.of(text.text());
                    case Value.Malformed malformed -> StoredText.chars(malformed);
                    default -> Optional.empty();
                };
        return escaped.map(H2Transfer::escaped).orElseGet(() -> placeholder(column, value));
    }

    /** The literal whose characters may be written as their numbers: half a character is lost on its way through a clipboard. */
    private static String escaped(String text) {
        StringBuilder literal = new StringBuilder("U&'");
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            boolean plain = each >= ' ' && each < FIRST_NOT_ASCII && each != '\\' && each != '\'' && each != '?';
            literal.append(plain ? String.valueOf(each) : String.format("\\%04x", (int) each));
        }
        return literal.append('\'').toString();
    }

    @Override
    public @Nullable Object literal(Column column, Value value) throws SQLException {
        return switch (value) {
            case Value.Malformed malformed ->
                StoredText.chars(malformed).orElseThrow(() -> JdbcValues.unwritable(malformed));
            case Value.Other other when H2Arrays.in(column) -> H2Arrays.items(other.text(), column);
            default -> Literals.of(value);
        };
    }

    /** Text is kept in units of 16 bits. */
    @Override
    public boolean holds(Value.Malformed malformed) {
        return StoredText.chars(malformed).isPresent();
    }

    @Override
    public Value read(ResultSet result, int index, Column column) throws SQLException {
        return switch (column.kind()) {
            case INTEGER -> JdbcValues.whole(result, index);
            case DECIMAL ->
                // A DECFLOAT may be NaN or infinite.
                column.typeName().equals(ANY_NUMBER)
                        ? JdbcValues.byKind(result, index, column)
                        : decimal(result, index);
            case TEXT ->
                column.typeName().equals(LARGE_TEXT)
                        ? H2Lobs.text(result, index)
                        : JdbcValues.unpadded(text(result, index), column);
            case BINARY ->
                column.typeName().equals("BINARY LARGE OBJECT")
                        ? H2Lobs.bytes(result, index)
                        : JdbcValues.byKind(result, index, column);
            case OTHER ->
                H2Arrays.in(column) ? H2Arrays.read(result, index, column) : JdbcValues.byKind(result, index, column);
            default -> JdbcValues.byKind(result, index, column);
        };
    }

    @Override
    public ColumnReader reader(Column column) {
        return switch (column.kind()) {
            case INTEGER -> JdbcValues::whole;
            case DECIMAL ->
                column.typeName().equals(ANY_NUMBER) ? ValueTransfer.super.reader(column) : H2Transfer::decimal;
            case TEXT ->
                column.typeName().equals(LARGE_TEXT) || JdbcValues.padded(column)
                        ? ValueTransfer.super.reader(column)
                        : H2Transfer::text;
            default -> ValueTransfer.super.reader(column);
        };
    }

    private static Value text(ResultSet result, int index) throws SQLException {
        String text = result.getString(index);
        return text == null ? Value.ofNull() : StoredText.ofChars(text);
    }

    private static Value decimal(ResultSet result, int index) throws SQLException {
        BigDecimal number = result.getBigDecimal(index);
        return number == null ? Value.ofNull() : Value.of(number);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Column column, Value value) throws SQLException {
        switch (value) {
            case Value.Null none -> statement.setNull(index, Types.NULL);
            case Value.Text text -> statement.setString(index, text.text());
            case Value.Malformed malformed ->
                statement.setString(
                        index, StoredText.chars(malformed).orElseThrow(() -> JdbcValues.unwritable(malformed)));
            case Value.Exact(BigDecimal number) -> {
                // H2 looks a BigDecimal up in its cache, which takes longer than binding a long.
                if (column.kind() == ValueKind.INTEGER && fitsLong(number)) {
                    statement.setLong(index, number.longValue());
                } else {
                    statement.setBigDecimal(index, number);
                }
            }
            case Value.Float32(float number) -> statement.setFloat(index, number);
            case Value.Float64(double number) -> statement.setDouble(index, number);
            case Value.Bool(boolean truth) -> statement.setBoolean(index, truth);
            case Value.Date date -> statement.setObject(index, date.date());
            case Value.Time time -> statement.setObject(index, time.time());
            case Value.DateTime dateTime -> statement.setObject(index, dateTime.dateTime());
            case Value.Moment moment -> statement.setObject(index, moment.moment());
            case Value.Uuid(java.util.UUID uuid) -> statement.setObject(index, uuid);
            case Value.Json json -> statement.setString(index, json.text());
            case Value.Binary binary -> statement.setBytes(index, binary.bytes().toArray());
            case Value.Other other ->
                statement.setObject(index, H2Arrays.in(column) ? H2Arrays.items(other.text(), column) : other.text());
            case Value.Large large -> throw JdbcValues.unwritable(large);
        }
    }

    private static boolean fitsLong(BigDecimal number) {
        return number.scale() <= 0 && number.precision() - number.scale() <= DIGITS_OF_ANY_LONG;
    }
}
