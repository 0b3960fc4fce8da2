package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Typed dates, times and numbers that only some databases have, such as a time of {@code 37:30:00} or {@code infinity}. What is
 * read is the text the server itself would give.
 */
final class SpecialText {
    private static final Pattern END_OF_DAY = Pattern.compile("24:00(?::00(?:[.,]0{1,9})?)?");
    private static final Pattern LONG_TIME = Pattern.compile(
            "(?<minus>-?)(?<hour>\\d{1,3}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?");
    private static final Pattern DATE =
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:(?:T|\\s+)(?<time>.+))?");
    private static final int LONGEST_TIME = 838;
    private static final int DAY = 24;
    private static final int SIXTY = 60;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    private SpecialText() {}

    /** Returns the value if the column can hold it; empty for ordinary values and for text that is no value. */
    static Optional<Value> value(String typed, Column column) {
        String text = typed.strip().replace('\u2212', '-');
        return text(text, column).map(written -> new Value.Other(column.typeName(), written));
    }

    private static Optional<String> text(String typed, Column column) {
        return switch (column.special()) {
            case NONE, ANY_SIZE -> Optional.empty();
            case INFINITE_TIME -> infinity(typed).map(word -> word.toLowerCase(Locale.ROOT));
            case NOT_A_NUMBER -> notANumber(typed);
            case NOT_FINITE -> notANumber(typed).or(() -> infinity(typed));
            case END_OF_DAY -> END_OF_DAY.matcher(typed).matches() ? Optional.of("24:00:00") : Optional.empty();
            case LONG_TIME -> longTime(typed, column).filter(time -> time.startsWith("-") || hours(time) >= DAY);
            case ZERO_DATE -> zeroDate(typed, column);
        };
    }

    private static Optional<String> notANumber(String typed) {
        return typed.equalsIgnoreCase("NaN") ? Optional.of("NaN") : Optional.empty();
    }

    private static Optional<String> infinity(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "infinity", "+infinity" -> Optional.of("Infinity");
            case "-infinity" -> Optional.of("-Infinity");
            default -> Optional.empty();
        };
    }

    /** Returns a time in the way the server writes it. */
    private static Optional<String> longTime(String typed, Column column) {
        Matcher time = LONG_TIME.matcher(typed);
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(time.group("hour"));
        int minute = Integer.parseInt(time.group("minute"));
        int second = Integer.parseInt(Optional.ofNullable(time.group("second")).orElse("0"));
        String fraction = Optional.ofNullable(time.group("fraction")).orElse("");
        String digits = fraction + "0".repeat(Math.max(0, column.scale() - fraction.length()));
        boolean zero = hour + minute + second == 0 && digits.matches("0*");
        return hour <= LONGEST_TIME && minute < SIXTY && second < SIXTY
                ? Optional.of((zero ? "" : time.group("minus"))
                        + String.format(Locale.ROOT, "%02d:%02d:%02d", hour, minute, second)
                        + (digits.isEmpty() ? "" : "." + digits))
                : Optional.empty();
    }

    private static int hours(String time) {
        return Integer.parseInt(time.substring(0, time.indexOf(':')));
    }

    private static Optional<String> zeroDate(String typed, Column column) {
        Matcher date = DATE.matcher(typed);
        if (!date.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(date.group("month"));
        int day = Integer.parseInt(date.group("day"));
        boolean zero = month <= MONTHS && day <= DAYS && month * day == 0;
        String written = date.group("year") + "-" + date.group("month") + "-" + date.group("day");
        Optional<String> time = Optional.ofNullable(date.group("time"));
        if (column.kind() == ValueKind.DATE) {
            return zero && time.isEmpty() ? Optional.of(written) : Optional.empty();
        }
        return zero
                ? longTime(time.orElse("00:00"), column)
                        .filter(at -> !at.startsWith("-") && hours(at) < DAY)
                        .map(at -> written + " " + at)
                : Optional.empty();
    }
}
