package dev.concord.app.control;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order a country writes the day, the month and the year of a date, and with which sign between them, from the short form
 * of the Unicode locale data. Immutable.
 *
 * @param first what comes first; {@link First#UNKNOWN} where the locale does not say, which is English without a country
 * @param sign what stands between two of them: a point, a slash or a dash
 */
record DateOrder(First first, char sign) {
    private static final DateOrder UNKNOWN = new DateOrder(First.UNKNOWN, '-');
    private static final Pattern SIGN = Pattern.compile("[yMd]+\\W*?([./-])");
    private static final int LAST_YEAR = 9999;
    private static final int TEN = 10;

    /** What a date begins with. The month stands before the day in dates that begin with the year. */
    enum First {
        DAY,
        MONTH,
        YEAR,
        UNKNOWN
    }

    /** Returns the order of a locale. */
    static DateOrder of(Locale locale) {
        boolean says = !locale.getCountry().isEmpty()
                || !(locale.getLanguage().isEmpty() || locale.getLanguage().equals("en"));
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        Matcher sign = SIGN.matcher(pattern);
        if (!says || !sign.find()) {
            return UNKNOWN;
        }
        First first =
                switch (pattern.charAt(sign.start())) {
                    case 'd' -> First.DAY;
                    case 'M' -> First.MONTH;
                    default -> First.YEAR;
                };
        return new DateOrder(first, sign.group(1).charAt(0));
    }

    /**
     * Returns a date in this order, with two digits for the day and the month and four for the year. A year that four digits do not
     * say, and any date where the order is unknown, is in the order of ISO 8601, whose years may have any length.
     */
    String show(LocalDate date) {
        boolean local = first != First.UNKNOWN && date.getYear() > 0 && date.getYear() <= LAST_YEAR;
        if (!local) {
            String iso = date.toString();
            return iso.startsWith("+") ? iso.substring(1) : iso;
        }
        // By hand, because grids ask for thousands at once and a formatter takes ten times as long.
        StringBuilder shown = new StringBuilder(10);
        switch (first) {
            case DAY ->
                year(
                        two(two(shown, date.getDayOfMonth()).append(sign), date.getMonthValue())
                                .append(sign),
                        date);
            case MONTH ->
                year(
                        two(two(shown, date.getMonthValue()).append(sign), date.getDayOfMonth())
                                .append(sign),
                        date);
            default ->
                two(two(year(shown, date).append(sign), date.getMonthValue()).append(sign), date.getDayOfMonth());
        }
        return shown.toString();
    }

    private static StringBuilder two(StringBuilder shown, int number) {
        return number < TEN ? shown.append('0').append(number) : shown.append(number);
    }

    private static StringBuilder year(StringBuilder shown, LocalDate date) {
        return two(two(shown, date.getYear() / (TEN * TEN)), date.getYear() % (TEN * TEN));
    }
}
