package dev.concord.app.control;

import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as text. They are shown in the ISO order, which sorts, means the same in every country and keeps every
 * nanosecond; typed dates may also follow the locale's short form, with a year of four digits.
 */
final class TimeText {
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?:\\s*([ap])\\.?m\\.?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_AND_TIME = Pattern.compile("(\\S.*?)(?:,?\\s+|T)(\\d{1,2}:.*)");
    private static final Pattern WITH_OFFSET =
            Pattern.compile("(.*:.*?)\\s*(Z|UTC|[+-]\\d{2}(?::?\\d{2}(?::?\\d{2})?)?)", Pattern.CASE_INSENSITIVE);

    /** The ISO form, but without a sign before a year of more than four digits. */
    private static final DateTimeFormatter LONG_YEAR = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 5, 9, SignStyle.NORMAL)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** How PostgreSQL writes years before the first one. */
    private static final Pattern BEFORE_CHRIST =
            Pattern.compile("(\\d{4,6})(-\\d{2}-\\d{2}.*)(?<=\\S)\\s*BC", Pattern.CASE_INSENSITIVE);

    private final Texts texts;
    private final DateTimeFormatter localDate;

    TimeText(Texts texts) {
        this.texts = texts;
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, texts.locale());
        this.localDate = DateTimeFormatter.ofPattern(
                        pattern.replaceAll("[yu]+", "uuuu")
                                .replaceAll("M+", "M")
                                .replaceAll("d+", "d")
                                .replaceAll("\\s*G+", ""),
                        texts.locale())
                .withResolverStyle(ResolverStyle.STRICT);
    }

    String show(LocalDate date) {
        String iso = date.toString();
        return iso.startsWith("+") ? iso.substring(1) : iso;
    }

    String show(LocalTime time) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }

    String show(LocalDateTime time) {
        return show(time.toLocalDate()) + " " + show(time.toLocalTime());
    }

    String show(OffsetDateTime moment) {
        String offset = moment.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : moment.getOffset().getId();
        return show(moment.toLocalDateTime()) + " " + offset;
    }

    Parsed parse(String text, ValueKind kind) {
        String typed = withoutEra(text);
        Optional<Value> value =
                switch (kind) {
                    case DATE -> date(typed).map(Value.Date::new);
                    case TIME -> time(typed).map(Value.Time::new);
                    case TIMESTAMP -> dateTime(typed).map(Value.DateTime::new);
                    default -> moment(typed).map(Value.Moment::new);
                };
        return value.<Parsed>map(Parsed.Read::new).orElseGet(() -> new Parsed.Unreadable(sentence(kind)));
    }

    /** Returns a date before the first year with the ISO count of years, in which the year 1 BC is 0. */
    private static String withoutEra(String typed) {
        Matcher before = BEFORE_CHRIST.matcher(typed);
        return before.matches()
                ? String.format(Locale.ROOT, "%05d", 1 - Integer.parseInt(before.group(1)))
                                .replaceFirst("^0", "")
                        + before.group(2)
                : typed;
    }

    Optional<LocalDate> date(String typed) {
        return read(typed, DateTimeFormatter.ISO_LOCAL_DATE)
                .or(() -> read(typed, LONG_YEAR))
                .or(() -> read(typed, localDate));
    }

    Optional<LocalDateTime> dateTime(String typed) {
        Matcher parts = DATE_AND_TIME.matcher(typed);
        if (!parts.matches()) {
            return date(typed).map(LocalDate::atStartOfDay);
        }
        return date(parts.group(1)).flatMap(d -> time(parts.group(2)).map(d::atTime));
    }

    Optional<OffsetDateTime> moment(String typed) {
        Matcher parts = WITH_OFFSET.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String offset = parts.group(2).toUpperCase(Locale.ROOT);
        try {
            ZoneOffset zone = offset.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(offset);
            return dateTime(parts.group(1)).map(t -> t.atOffset(zone));
        } catch (DateTimeException ignored) {
            // An offset such as +99:00 has the right shape but is no offset; the sentence shows what one looks like.
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String typed) {
        Matcher parts = TIME.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(parts.group(1));
        Optional<String> half = Optional.ofNullable(parts.group(5)).map(h -> h.toLowerCase(Locale.ROOT));
        if (half.isPresent() && (hour < 1 || hour > 12)) {
            return Optional.empty();
        }
        int onTheClock = half.map(h -> hour % 12 + (h.equals("p") ? 12 : 0)).orElse(hour);
        int minute = Integer.parseInt(parts.group(2));
        int second = Optional.ofNullable(parts.group(3)).map(Integer::parseInt).orElse(0);
        String fraction = Optional.ofNullable(parts.group(4)).orElse("0");
        int nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
        return onTheClock < 24 && minute < 60 && second < 60
                ? Optional.of(LocalTime.of(onTheClock, minute, second, nanos))
                : Optional.empty();
    }

    private static Optional<LocalDate> read(String typed, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(typed, format));
        } catch (DateTimeException ignored) {
            // Not this form; the caller tries the next or tells the user.
            return Optional.empty();
        }
    }

    private String sentence(ValueKind kind) {
        return switch (kind) {
            case DATE -> texts.get("value.unreadable.date");
            case TIME -> texts.get("value.unreadable.time");
            case TIMESTAMP -> texts.get("value.unreadable.timestamp");
            default -> texts.get("value.unreadable.moment");
        };
    }
}
