package dev.concord.app.condition;

import dev.concord.catalog.ValueKind;
import dev.concord.query.ColumnCondition.Between;
import dev.concord.query.ColumnCondition.Compared;
import dev.concord.query.ColumnCondition.Relation;
import dev.concord.query.ColumnCondition.Test;
import dev.concord.query.ColumnCondition.Within;
import dev.concord.record.Value;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Tests of a column by the days and times that somebody typed. Dates are compared by their days, everything else by when a period
 * begins and by when it has ended, because a day holds times up to any fraction of its last second.
 *
 * @param kind of the column: dates, times or both
 * @param zone of the user, for a column of instants
 */
record PeriodTests(ValueKind kind, ZoneId zone) {

    /** Whether values of the column can be compared with this period. */
    boolean fits(Period period) {
        return switch (kind) {
            case DATE -> period.offset().isEmpty() && midnight(period.from()) && midnight(period.before());
            case ZONED_TIMESTAMP -> true;
            default -> period.offset().isEmpty();
        };
    }

    private static boolean midnight(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** The value lies in the period. */
    Test in(Period period) {
        if (period.instant()) {
            return new Compared(Relation.EQUAL, begin(period));
        }
        if (kind == ValueKind.DATE) {
            return period.from().toLocalDate().equals(period.lastDay())
                    ? new Compared(Relation.EQUAL, begin(period))
                    : new Between(begin(period), day(period.lastDay()));
        }
        return between(period, period);
    }

    /** The value is when the period begins. */
    Test exactly(Period period) {
        boolean days = midnight(period.from()) && midnight(period.before()) && !period.instant();
        return days && kind != ValueKind.TIME ? in(period) : new Compared(Relation.EQUAL, begin(period));
    }

    /** The value lies before or after the period, or in it as well. */
    Test compared(Relation relation, Period period) {
        if (relation == Relation.LESS || relation == Relation.AT_LEAST || period.instant()) {
            return new Compared(relation, begin(period));
        }
        if (kind == ValueKind.DATE) {
            return new Compared(relation, day(period.lastDay()));
        }
        Relation atItsEnd = relation == Relation.AT_MOST ? Relation.LESS : Relation.AT_LEAST;
        return end(period)
                .<Test>map(end -> new Compared(atItsEnd, end))
                .orElseGet(() -> new Compared(relation, new Value.Time(LocalTime.MAX)));
    }

    /** The value lies in one of the periods or between them. */
    Test between(Period first, Period last) {
        if (last.instant()) {
            return new Between(begin(first), begin(last));
        }
        if (kind == ValueKind.DATE) {
            return new Between(begin(first), day(last.lastDay()));
        }
        return end(last)
                .<Test>map(end -> new Within(begin(first), end))
                .orElseGet(() -> new Between(begin(first), new Value.Time(LocalTime.MAX)));
    }

    private Value begin(Period period) {
        return value(period.from(), period);
    }

    /** Empty where a time of day would end with its day. */
    private Optional<Value> end(Period period) {
        boolean endless =
                kind == ValueKind.TIME && period.before().toLocalDate().isAfter(LocalDate.EPOCH);
        return endless ? Optional.empty() : Optional.of(value(period.before(), period));
    }

    private static Value day(LocalDate day) {
        return new Value.Date(day);
    }

    private Value value(LocalDateTime time, Period period) {
        return switch (kind) {
            case DATE -> day(time.toLocalDate());
            case TIME -> new Value.Time(time.toLocalTime());
            case TIMESTAMP -> new Value.DateTime(time);
            default ->
                new Value.Moment(period.offset()
                        .map(time::atOffset)
                        .map(at -> at.atZoneSameInstant(zone))
                        .orElseGet(() -> time.atZone(zone))
                        .toOffsetDateTime());
        };
    }
}
