package dev.concord.app.condition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a typed date or time covers: a year, a month, a day, a minute, a second, or one instant.
 *
 * @param from when it begins
 * @param before when it has ended; the same for an instant
 * @param offset from UTC, where one was typed
 */
record Period(LocalDateTime from, LocalDateTime before, Optional<ZoneOffset> offset) {

    /** Some whole days. */
    static Period days(LocalDate first, LocalDate next) {
        return new Period(first.atStartOfDay(), next.atStartOfDay(), Optional.empty());
    }

    /** One day. */
    static Period day(LocalDate day) {
        return days(day, day.plusDays(1));
    }

    boolean instant() {
        return from.equals(before);
    }

    /** The last day of it that is covered. */
    LocalDate lastDay() {
        return instant() ? from.toLocalDate() : before.minusNanos(1).toLocalDate();
    }
}
