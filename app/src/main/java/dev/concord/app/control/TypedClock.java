package dev.concord.app.control;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of day as people write them: {@code 14:05}, {@code 2:05 pm}, {@code 2pm}, {@code 14h05}. */
final class TypedClock {
    private static final Pattern TIME = Pattern.compile(
            "(?<hour>\\d{1,2})(?:[:h](?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?|h)?"
                    + "(?:\\s*(?<half>[ap])\\.?m\\.?)?",
            Pattern.CASE_INSENSITIVE);
    private static final int NOON = 12;
    private static final int HOURS = 24;
    private static final int SIXTY = 60;
    private static final int NANOS = 9;

    private TypedClock() {}

    /** Returns the time; empty where the text is none. */
    static Optional<LocalTime> time(String typed) {
        Matcher parts = TIME.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<String> half = Optional.ofNullable(parts.group("half")).map(h -> h.toLowerCase(Locale.ROOT));
        int hour = Integer.parseInt(parts.group("hour"));
        boolean alone = parts.group("minute") == null && typed.chars().allMatch(Character::isDigit);
        if (alone || (half.isPresent() && (hour < 1 || hour > NOON))) {
            return Optional.empty();
        }
        int onTheClock = half.map(h -> hour % NOON + (h.equals("p") ? NOON : 0)).orElse(hour);
        int minute = number(parts, "minute");
        int second = number(parts, "second");
        String fraction = Optional.ofNullable(parts.group("fraction")).orElse("");
        int nanos = Integer.parseInt((fraction + "0".repeat(NANOS)).substring(0, NANOS));
        return onTheClock < HOURS && minute < SIXTY && second < SIXTY
                ? Optional.of(LocalTime.of(onTheClock, minute, second, nanos))
                : Optional.empty();
    }

    private static int number(Matcher parts, String name) {
        return Optional.ofNullable(parts.group(name)).map(Integer::parseInt).orElse(0);
    }
}
