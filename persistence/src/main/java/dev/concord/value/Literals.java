package dev.concord.value;

import dev.concord.record.Value;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a statement, where no database asks for something else. */
final class Literals {
    /** Ends a statement for many programs, wherever it stands. */
    private static final char NUL = 0;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private Literals() {}

    /**
     * Returns a number, a truth value or bytes as such, NULL as null, and everything else as the text that databases convert to the
     * column's type.
     *
     * @throws SQLException when the value is too large to be in memory
     */
    static @Nullable Object of(Value value) throws SQLException {
        return switch (value) {
            case Value.Null _ -> null;
            case Value.Exact exact -> exact.number();
            case Value.Float32(float number) -> number;
            case Value.Float64(double number) -> number;
            case Value.Bool(boolean truth) -> truth;
            case Value.Binary binary -> binary.bytes().toArray();
            case Value.Malformed malformed -> malformed.bytes().toArray();
            case Value.Date(LocalDate date) -> date(date);
            case Value.Time(LocalTime time) -> TIME.format(time);
            case Value.DateTime(LocalDateTime dateTime) -> date(dateTime.toLocalDate()) + ' ' + TIME.format(dateTime);
            case Value.Moment(OffsetDateTime moment) ->
                date(moment.toLocalDate()) + ' ' + TIME.format(moment) + OFFSET.format(moment);
            case Value.Text _, Value.Uuid _, Value.Json _, Value.Other _ -> value.text();
            case Value.Large large -> throw JdbcValues.unwritable(large);
        };
    }

    /** The year has at least four digits, and a sign before the year 0 only. */
    private static String date(LocalDate date) {
        return String.format(
                "%s%04d-%02d-%02d",
                date.getYear() < 0 ? "-" : "",
                Math.abs((long) date.getYear()),
                date.getMonthValue(),
                date.getDayOfMonth());
    }

    /** Whether a text cannot stand in a statement as it is. */
    static boolean hasNul(Value value) {
        return value instanceof Value.Text(String text) && text.indexOf(NUL) >= 0;
    }

    static byte[] utf8(Value text) {
        return text.text().getBytes(StandardCharsets.UTF_8);
    }
}
