package dev.concord.version;

import dev.concord.record.Value;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Optional;

/** Moves a timestamp forward by the database's clock, or by the column's smallest step if the clock has not moved. */
final class TimestampStep {
    private TimestampStep() {}

    static Value next(Value old, Value now, Duration step) {
        return switch (now) {
            case Value.Moment(OffsetDateTime clock) -> {
                OffsetDateTime time = clock.minusNanos(clock.get(ChronoField.NANO_OF_SECOND) % step.toNanos());
                yield new Value.Moment(
                        old instanceof Value.Moment(OffsetDateTime last)
                                        && !time.toInstant().isAfter(last.toInstant())
                                ? last.plus(step)
                                : time);
            }
            case Value.DateTime(LocalDateTime clock) -> {
                LocalDateTime time = clock.minusNanos(clock.get(ChronoField.NANO_OF_SECOND) % step.toNanos());
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

    private static Optional<LocalDateTime> local(Value old) {
        return switch (old) {
            case Value.DateTime(LocalDateTime last) -> Optional.of(last);
            case Value.Text(String text) -> parsed(text);
            default -> Optional.empty();
        };
    }

    /** SQLite keeps times as text; a text that is no time has nothing to be later than. */
    private static Optional<LocalDateTime> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
