package dev.concord.app.control;

import dev.concord.app.control.DateOrder.First;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads dates as people write them, as long as there is one way to read them: {@code 16.3.1990}, {@code 29/5}, {@code 29 May},
 * {@code today}, {@code +7}. Immutable.
 *
 * <p>Numbers are read in the order of the user's country, where they have its own sign between them (in countries that begin with the
 * day, a point as well, which nobody puts after a month). With another sign they are read if one order only makes a date of them, and
 * refused otherwise, with both dates. A date without a year is one of the current year. A year of two digits, which needs the country's
 * sign, is the one that is at most {@value #PAST} years ago or {@value #FUTURE} years ahead.
 */
final class TypedDate {
    /** How many years ago a year of two digits may be: whoever is 80 years old can type a birthday. */
    private static final int PAST = 80;

    /** How many years ahead it may be, so that no year of the century is meant twice. */
    private static final int FUTURE = 19;

    private static final int CENTURY = 100;
    private static final int MONTHS = 12;
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200e\\u200f\\u061c]");
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<a>\\d{1,4})\\s*(?<sign>[./-])\\s*(?<b>\\d{1,2})" + "(?:\\s*\\k<sign>\\s*(?<c>\\d{1,4}))?\\s*\\.?");
    private static final Pattern FROM_TODAY = Pattern.compile("[+-]\\d{1,5}");
    private static final Pattern MARKED =
            Pattern.compile("(?:(?<year>\\d{4})\\s*[年년]\\s*)?(?<month>\\d{1,2})\\s*[月월]\\s*(?<day>\\d{1,2})\\s*[日일]");
    private static final Pattern NAMED_DAY_FIRST = Pattern.compile(
            "(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|er)?[\\s-]*(?:de\\s+)?(?<name>\\p{L}[\\p{L}\\p{M}]*)\\.?"
                    + "(?:[\\s,-]+(?:de\\s+)?(?<year>\\d{4}|\\d{2}))?\\.?");
    private static final Pattern NAMED_MONTH_FIRST = Pattern.compile(
            "(?<name>\\p{L}[\\p{L}\\p{M}]*)\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:[\\s,]+(?<year>\\d{4}))?");
    private static final Pattern WEEKDAY = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*[.,]*\\s+");

    /** The ISO form, but without a sign before a year of more than four digits. */
    private static final DateTimeFormatter LONG_YEAR = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 5, 9, SignStyle.NORMAL)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Texts texts;
    private final Clock clock;
    private final DateOrder order;

    /** @param clock says what day it is, where the user is */
    TypedDate(Texts texts, Clock clock, DateOrder order) {
        this.texts = texts;
        this.clock = clock;
        this.order = order;
    }

    /** Reads a date in the order of ISO 8601, with a year of any length. */
    static TimeReading<LocalDate> iso(String typed) {
        Matcher numbers = NUMBERS.matcher(typed);
        boolean shorter = numbers.matches()
                && numbers.group("a").length() == 4
                && numbers.group("sign").equals("-")
                && numbers.group("c") != null;
        return shorter
                ? one(valid(numbers.group("a"), numbers.group("b"), numbers.group("c")))
                : one(parsed(typed, DateTimeFormatter.ISO_LOCAL_DATE).or(() -> parsed(typed, LONG_YEAR)));
    }

    /** Reads a typed date. */
    TimeReading<LocalDate> read(String written) {
        String typed = INVISIBLE.matcher(westernDigits(written)).replaceAll("").strip();
        if (iso(typed) instanceof TimeReading.One<LocalDate> iso) {
            return iso;
        }
        Matcher numbers = NUMBERS.matcher(typed);
        if (numbers.matches()) {
            return numbers(typed, numbers);
        }
        return one(word(typed).or(() -> fromToday(typed)).or(() -> named(typed)));
    }

    private static String westernDigits(String written) {
        StringBuilder digits = new StringBuilder(written.length());
        written.codePoints()
                .map(point -> point > 0x7f && Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .map(point -> point == 0x2212 ? '-' : Character.isSpaceChar(point) ? ' ' : point)
                .forEach(digits::appendCodePoint);
        return digits.toString();
    }

    private static TimeReading<LocalDate> one(Optional<LocalDate> date) {
        return date.<TimeReading<LocalDate>>map(TimeReading.One::new).orElseGet(TimeReading.None::new);
    }

    private Optional<LocalDate> word(String typed) {
        LocalDate today = LocalDate.now(clock);
        return is(typed, "today")
                ? Optional.of(today)
                : is(typed, "tomorrow")
                        ? Optional.of(today.plusDays(1))
                        : is(typed, "yesterday") ? Optional.of(today.minusDays(1)) : Optional.empty();
    }

    /** Whether a text is the English word, which is true on every computer, or the one of the user's language. */
    boolean is(String typed, String word) {
        return typed.equalsIgnoreCase(word)
                || typed.replace('\'', '’').equalsIgnoreCase(texts.get("value.word." + word));
    }

    private Optional<LocalDate> fromToday(String typed) {
        return FROM_TODAY.matcher(typed).matches()
                ? Optional.of(LocalDate.now(clock).plusDays(Integer.parseInt(typed)))
                : Optional.empty();
    }

    private TimeReading<LocalDate> numbers(String typed, Matcher numbers) {
        String a = numbers.group("a");
        String b = numbers.group("b");
        Optional<String> c = Optional.ofNullable(numbers.group("c"));
        boolean point = numbers.group("sign").equals(".") && order.first() == First.DAY;
        boolean own = point || numbers.group("sign").charAt(0) == order.sign();
        if (c.isEmpty()) {
            String year = String.valueOf(LocalDate.now(clock).getYear());
            return a.length() > 2 ? new TimeReading.None<>() : dayAndMonth(typed, a, b, year, own);
        }
        String last = c.orElseThrow();
        if (a.length() == 4) {
            return last.length() > 2 ? new TimeReading.None<>() : one(valid(a, b, last));
        }
        if (a.length() > 2 || last.length() == 3) {
            return new TimeReading.None<>();
        }
        if (last.length() == 4) {
            return dayAndMonth(typed, a, b, last, own && order.first() != First.YEAR);
        }
        return switch (order.first()) {
            case YEAR -> own && a.length() == 2 ? one(valid(century(a), b, last)) : new TimeReading.None<>();
            case DAY, MONTH ->
                own && last.length() == 2 ? dayAndMonth(typed, a, b, century(last), true) : new TimeReading.None<>();
            case UNKNOWN -> new TimeReading.None<>();
        };
    }

    /** The full year of two digits. */
    private String century(String twoDigits) {
        int least = LocalDate.now(clock).getYear() - PAST;
        int most = least + PAST + FUTURE;
        int year = most - Math.floorMod(most - Integer.parseInt(twoDigits), CENTURY);
        return String.valueOf(year);
    }

    /** @param own whether the country's own sign stands between the numbers, so that its order is meant */
    private TimeReading<LocalDate> dayAndMonth(String typed, String a, String b, String year, boolean own) {
        Optional<LocalDate> dayFirst = valid(year, b, a);
        Optional<LocalDate> monthFirst = valid(year, a, b);
        if (own && order.first() != First.UNKNOWN) {
            return one(order.first() == First.DAY ? dayFirst : monthFirst);
        }
        boolean either = dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst);
        return either
                ? new TimeReading.Refused<>(texts.get(
                        "value.unreadable.two-ways",
                        typed,
                        oneWay(dayFirst.orElseThrow()),
                        oneWay(monthFirst.orElseThrow())))
                : one(dayFirst.or(() -> monthFirst));
    }

    /** Writes a date so that it can be read in one way only. */
    private String oneWay(LocalDate date) {
        String named = DateTimeFormatter.ofPattern("d MMMM uuuu", texts.names()).format(date);
        return byName(named).filter(date::equals).isPresent() ? named : date.toString();
    }

    private Optional<LocalDate> named(String typed) {
        return byName(typed).or(() -> {
            Matcher weekday = WEEKDAY.matcher(typed);
            return weekday.lookingAt()
                    ? byName(typed.substring(weekday.end())).filter(day -> isWeekday(weekday.group(), day))
                    : Optional.empty();
        });
    }

    private Optional<LocalDate> byName(String typed) {
        Matcher marked = MARKED.matcher(typed);
        if (marked.matches()) {
            return valid(year(marked), marked.group("month"), marked.group("day"));
        }
        for (Pattern pattern : List.of(NAMED_DAY_FIRST, NAMED_MONTH_FIRST)) {
            Matcher named = pattern.matcher(typed);
            if (named.matches()) {
                Optional<LocalDate> date = month(named.group("name"))
                        .flatMap(month -> valid(year(named), String.valueOf(month), named.group("day")));
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    private String year(Matcher named) {
        String year = Optional.ofNullable(named.group("year"))
                .orElseGet(() -> String.valueOf(LocalDate.now(clock).getYear()));
        return year.length() == 2 ? century(year) : year;
    }

    private Optional<Integer> month(String name) {
        return IntStream.rangeClosed(1, MONTHS)
                .filter(month -> isName(name, "MMMM MMM LLLL LLL", LocalDate.EPOCH.withMonth(month)))
                .boxed()
                .findFirst();
    }

    private boolean isWeekday(String name, LocalDate day) {
        return isName(name.strip().replaceAll("[.,]+$", ""), "EEEE EEE cccc ccc", day);
    }

    /** Whether a text is the name of a month or a weekday in one of some forms, in the window's language, the country's or English. */
    private boolean isName(String name, String forms, LocalDate date) {
        return Stream.of(texts.names(), texts.locale(), Locale.ENGLISH)
                .anyMatch(locale -> List.of(forms.split(" ")).stream()
                        .map(form -> DateTimeFormatter.ofPattern(form, locale).format(date))
                        .anyMatch(each -> each.replace(".", "").equalsIgnoreCase(name)));
    }

    private static Optional<LocalDate> valid(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException ignored) {
            // There is no such day; the caller tries another order or reports what was typed.
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> parsed(String typed, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(typed, format));
        } catch (DateTimeException ignored) {
            // Not this form; the caller tries the next one.
            return Optional.empty();
        }
    }
}
