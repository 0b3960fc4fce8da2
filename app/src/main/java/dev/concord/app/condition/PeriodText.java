package dev.concord.app.condition;

import dev.concord.app.control.ValueText;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what people type for days and times: dates as in the form, months and years alone, and words such as {@code last week}. What
 * is typed without seconds covers its minute, and so on: only a fraction of a second names an instant.
 */
final class PeriodText {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern YEAR_MONTH = Pattern.compile("(?<year>\\d{4})[-./](?<month>\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(?<month>\\d{1,2})[-./](?<year>\\d{4})");
    private static final Pattern CLOCK_TIME =
            Pattern.compile("\\d{1,2}:\\d{2}(?<second>:\\d{2}(?<fraction>[.,]\\d+)?)?");
    private static final int MONTHS = 12;

    private final FilterWords words;
    private final ValueText values;
    private final Clock clock;
    private final WeekFields weeks;
    private final List<DateTimeFormatter> monthNames;

    /** @param clock says what day it is, where the user is */
    PeriodText(Texts texts, FilterWords words, ValueText values, Clock clock) {
        this.words = words;
        this.values = values;
        this.clock = clock;
        this.weeks = WeekFields.of(texts.locale());
        this.monthNames = Stream.of(texts.names(), texts.locale())
                .distinct()
                .flatMap(PeriodText::monthNames)
                .toList();
    }

    private static Stream<DateTimeFormatter> monthNames(Locale locale) {
        return Stream.of("LLLL", "MMMM", "LLL", "MMM")
                .flatMap(month -> Stream.of(month + " uuuu", month))
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(locale));
    }

    /** Reads a text typed in a column of dates, times or both; empty where it is none. */
    Optional<Period> read(String typed, ValueKind kind) {
        return kind == ValueKind.TIME
                ? timeOfDay(typed)
                : days(typed).or(() -> day(typed)).or(() -> time(typed));
    }

    private Optional<Period> days(String typed) {
        LocalDate today = LocalDate.now(clock);
        return words.days(typed).map(days -> of(days, today)).or(() -> yearOrMonth(typed, today));
    }

    private Period of(FilterWords.Days days, LocalDate today) {
        LocalDate week = today.with(weeks.dayOfWeek(), 1);
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        return switch (days) {
            case THIS_WEEK -> Period.days(week, week.plusWeeks(1));
            case LAST_WEEK -> Period.days(week.minusWeeks(1), week);
            case THIS_MONTH -> Period.days(month, month.plusMonths(1));
            case LAST_MONTH -> Period.days(month.minusMonths(1), month);
            case THIS_YEAR -> Period.days(year, year.plusYears(1));
            case LAST_YEAR -> Period.days(year.minusYears(1), year);
        };
    }

    private Optional<Period> yearOrMonth(String typed, LocalDate today) {
        if (YEAR.matcher(typed).matches()) {
            LocalDate year = LocalDate.of(Integer.parseInt(typed), 1, 1);
            return Optional.of(Period.days(year, year.plusYears(1)));
        }
        return Stream.of(YEAR_MONTH, MONTH_YEAR)
                .map(pattern -> pattern.matcher(typed))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(PeriodText::month)
                .or(() -> monthName(typed, today))
                .map(month -> Period.days(month.atDay(1), month.plusMonths(1).atDay(1)));
    }

    private static Optional<YearMonth> month(Matcher typed) {
        int month = Integer.parseInt(typed.group("month"));
        return month >= 1 && month <= MONTHS
                ? Optional.of(YearMonth.of(Integer.parseInt(typed.group("year")), month))
                : Optional.empty();
    }

    private Optional<YearMonth> monthName(String typed, LocalDate today) {
        return monthNames.stream()
                .flatMap(format -> parse(typed, format).stream())
                .findFirst()
                .map(read -> YearMonth.of(
                        read.isSupported(ChronoField.YEAR) ? read.get(ChronoField.YEAR) : today.getYear(),
                        read.get(ChronoField.MONTH_OF_YEAR)));
    }

    private static Optional<TemporalAccessor> parse(String typed, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(typed));
        } catch (DateTimeException ignored) {
            // Not the name of a month; the caller tries what else it may be.
            return Optional.empty();
        }
    }

    private Optional<Period> day(String typed) {
        return values.time(typed, ValueKind.DATE).map(value -> Period.day(((Value.Date) value).date()));
    }

    private Optional<Period> time(String typed) {
        return values.time(typed, ValueKind.ZONED_TIMESTAMP)
                .map(value -> ((Value.Moment) value).moment())
                .map(at -> covered(typed, at.toLocalDateTime(), Optional.of(at.getOffset())))
                .or(() -> values.time(typed, ValueKind.TIMESTAMP)
                        .map(value -> covered(typed, ((Value.DateTime) value).dateTime(), Optional.empty())));
    }

    private Optional<Period> timeOfDay(String typed) {
        return values.time(typed, ValueKind.TIME)
                .map(value -> covered(typed, ((Value.Time) value).time().atDate(LocalDate.EPOCH), Optional.empty()));
    }

    private static Period covered(String typed, LocalDateTime at, Optional<ZoneOffset> offset) {
        Matcher time = CLOCK_TIME.matcher(typed);
        if (!time.find() || time.group("fraction") != null) {
            return new Period(at, at, offset);
        }
        ChronoUnit unit = time.group("second") == null ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        return new Period(at, at.plus(1, unit), offset);
    }
}
