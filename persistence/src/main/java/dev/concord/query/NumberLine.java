package dev.concord.query;

import dev.concord.record.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers, dates and times as numbers, so that a value between two others can be named: days, or seconds since 1970. */
final class NumberLine {
    private static final double NANOS = 1e9;

    private NumberLine() {}

    /** Returns where a value is; empty for values of other kinds. */
    static OptionalDouble of(Value value) {
        return switch (value) {
            case Value.Exact(BigDecimal number) -> OptionalDouble.of(number.doubleValue());
            case Value.Float64(double number) when Double.isFinite(number) -> OptionalDouble.of(number);
            case Value.Date(LocalDate date) -> OptionalDouble.of((double) date.toEpochDay());
            case Value.DateTime(LocalDateTime time) -> OptionalDouble.of(seconds(time.toInstant(ZoneOffset.UTC)));
            case Value.Moment moment ->
                OptionalDouble.of(seconds(moment.moment().toInstant()));
            default -> OptionalDouble.empty();
        };
    }

    /**
     * Returns the value at a place or just before it.
     *
     * @param like a value of the same kind, with as many digits
     */
    static Optional<Value> at(double place, Value like) {
        return switch (like) {
            case Value.Exact(BigDecimal number) ->
                Optional.of(Value.of(new BigDecimal(place).setScale(Math.max(0, number.scale()), RoundingMode.FLOOR)));
            case Value.Float64 _ -> Optional.of(new Value.Float64(place));
            case Value.Date _ -> Optional.of(new Value.Date(LocalDate.ofEpochDay((long) Math.floor(place))));
            case Value.DateTime _ ->
                Optional.of(
                        new Value.DateTime(LocalDateTime.ofEpochSecond((long) Math.floor(place), 0, ZoneOffset.UTC)));
            case Value.Moment _ ->
                Optional.of(new Value.Moment(
                        Instant.ofEpochSecond((long) Math.floor(place)).atOffset(ZoneOffset.UTC)));
            default -> Optional.empty();
        };
    }

    /** Returns the least difference of two values of that kind. */
    static double step(Value like) {
        return switch (like) {
            case Value.Exact(BigDecimal number) -> Math.pow(10, -Math.max(0, number.scale()));
            case Value.Float64 _ -> Double.MIN_NORMAL;
            default -> 1;
        };
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / NANOS;
    }
}
