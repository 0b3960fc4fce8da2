package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Moves a timestamp forward by the database's clock, or by the column's smallest step if the clock has not moved. */
final class TimestampStep {
    private TimestampStep() {}

    /** Whether the column holds times: SQLite has no type for them, only the word in the declaration. */
    static boolean possible(Column column) {
        return switch (column.kind()) {
            case TIMESTAMP, ZONED_TIMESTAMP -> true;
            case TEXT -> column.typeName().toLowerCase(Locale.ROOT).matches("date.*|time.*");
            default -> false;
        };
    }

    /** Returns the time after {@code old}; empty when there is none, at the end of all time. */
    static Optional<Value> next(Value old, Value now, Column column) {
        try {
            return Optional.of(later(old, now, resolution(column)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Value later(Value old, Value now, Duration step) {
        return switch (now) {
            case Value.Moment clock -> {
                OffsetDateTime time =
                        clock.moment().minusNanos(clock.moment().get(ChronoField.NANO_OF_SECOND) % step.toNanos());
                yield new Value.Moment(
                        old instanceof Value.Moment last
                                        && !time.toInstant()
                                                .isAfter(last.moment().toInstant())
                                ? last.moment().plus(step)
                                : time);
            }
            case Value.DateTime clock -> {
                LocalDateTime time =
                        clock.dateTime().minusNanos(clock.dateTime().get(ChronoField.NANO_OF_SECOND) % step.toNanos());
                yield new Value.DateTime(local(old)
                        .filter(last -> !time.isAfter(last))
                        .map(last -> last.plus(step))
                        .orElse(time));
            }
            default ->
                throw new IllegalArgumentException(
                        "Not a time: " + now.getClass().getSimpleName());
        };
    }

    /** The smallest difference two values of the column can have; SQLite's clock counts milliseconds. */
    private static Duration resolution(Column column) {
        int digits = column.kind() == ValueKind.TEXT ? 3 : Math.clamp(column.scale(), 0, 9);
        return Duration.ofNanos(BigDecimal.TEN.pow(9 - digits).longValueExact());
    }

    private static Optional<LocalDateTime> local(Value old) {
        return switch (old) {
            case Value.DateTime last -> Optional.of(last.dateTime());
            case Value.Text text -> parsed(text.text());
            default -> Optional.empty();
        };
    }

    /** SQLite keeps times as text; a text that is no time has nothing to be later than. */
    private static Optional<LocalDateTime> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeParseException ignored) {
            return Optional.empty();
        }
    }
}
