package dev.concord.app.control;

import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as text. Dates are shown in the order of the user's country, times on the clock of 24 hours with every nanosecond,
 * and moments in the user's zone with its offset from UTC beside them: what is shown is read back as the same value. What can be typed
 * besides is said by {@link TypedDate} and {@link TypedClock}. Programs write ISO 8601 and name the offset. Immutable.
 */
final class TimeText {
    private static final Pattern DATE_AND_TIME =
            Pattern.compile("(\\S.*?)(?:,?\\s+|T)(\\d{1,2}(?:[:h]|\\s*[ap]\\.?m).*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_OFFSET = Pattern.compile(
            "(.*[:hm].*?)\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2}(?::?\\d{2})?)?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_REGION = Pattern.compile("(.*[:hm].*?)\\s+(\\p{Alpha}+(?:/[\\w+-]+)+)");

    /** How PostgreSQL writes years before the first one. */
    private static final Pattern BEFORE_CHRIST =
            Pattern.compile("(\\d{4,6})(-\\d{2}-\\d{2}.*)(?<=\\S)\\s*BC", Pattern.CASE_INSENSITIVE);

    private static final LocalDate EXAMPLE = LocalDate.of(2026, 11, 22);

    private final Texts texts;
    private final Clock clock;
    private final DateOrder order;
    private final TypedDate dates;
    /** Whether a program wrote the texts, which says all of a value and means nothing by words. */
    private final boolean program;

    /**
     * Dates and times as people write them.
     *
     * @param clock says what day it is, and in which zone the user is
     */
    TimeText(Texts texts, Clock clock) {
        this(texts, clock, DateOrder.of(texts.locale()), false);
    }

    private TimeText(Texts texts, Clock clock, DateOrder order, boolean program) {
        this.texts = texts;
        this.clock = clock;
        this.order = order;
        this.program = program;
        this.dates = new TypedDate(texts, clock, order);
    }

    /** Dates and times as programs write them: in the order of ISO 8601, and moments with their offset. */
    static TimeText ofPrograms(Texts texts) {
        return new TimeText(texts, Clock.systemUTC(), DateOrder.of(Locale.ROOT), true);
    }

    String show(LocalDate date) {
        return order.show(date);
    }

    String show(LocalTime time) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }

    String show(LocalDateTime time) {
        return show(time.toLocalDate()) + " " + show(time.toLocalTime());
    }

    String show(OffsetDateTime moment) {
        OffsetDateTime here = program ? moment : here(moment);
        return show(here.toLocalDateTime()) + " " + offset(here);
    }

    private static String offset(OffsetDateTime moment) {
        return moment.getOffset().equals(ZoneOffset.UTC)
                ? "+00:00"
                : moment.getOffset().getId();
    }

    /** Returns a moment in the user's zone; in its own where the year would be none that Java has. */
    OffsetDateTime here(OffsetDateTime moment) {
        try {
            return moment.atZoneSameInstant(zone()).toOffsetDateTime();
        } catch (DateTimeException ignored) {
            // Within a day of the first or the last moment of Java.
            return moment;
        }
    }

    ZoneId zone() {
        return clock.getZone();
    }

    Parsed parse(String text, ValueKind kind) {
        return parsed(reading(text, kind), kind);
    }

    /** As {@link #parse}, of a moment that is there already: unless another offset is typed, it keeps its own. */
    Parsed parseMoment(String text, OffsetDateTime before) {
        return parsed(
                moment(withoutEra(text))
                        .then(typed -> new TimeReading.One<Value>(new Value.Moment(like(before, typed)))),
                ValueKind.ZONED_TIMESTAMP);
    }

    private OffsetDateTime like(OffsetDateTime before, OffsetDateTime typed) {
        boolean otherZone = !here(typed).getOffset().equals(typed.getOffset());
        boolean wasHere = here(before).getOffset().equals(before.getOffset());
        try {
            return otherZone || wasHere ? typed : typed.withOffsetSameInstant(before.getOffset());
        } catch (DateTimeException ignored) {
            // Within a day of the first or the last moment of Java.
            return typed;
        }
    }

    /** What a text means as a value of a kind; a moment needs a zone of its own here. */
    TimeReading<Value> withZone(String text, ValueKind kind) {
        return kind == ValueKind.ZONED_TIMESTAMP
                ? zoned(withoutEra(text)).then(moment -> new TimeReading.One<>(new Value.Moment(moment)))
                : reading(text, kind);
    }

    private TimeReading<Value> reading(String text, ValueKind kind) {
        String typed = withoutEra(text);
        return switch (kind) {
            case DATE -> date(typed).then(date -> new TimeReading.One<>(new Value.Date(date)));
            case TIME -> time(typed).then(time -> new TimeReading.One<>(new Value.Time(time)));
            case TIMESTAMP -> dateTime(typed).then(time -> new TimeReading.One<>(new Value.DateTime(time)));
            default -> moment(typed).then(moment -> new TimeReading.One<>(new Value.Moment(moment)));
        };
    }

    private Parsed parsed(TimeReading<Value> reading, ValueKind kind) {
        return switch (reading) {
            case TimeReading.One<Value>(Value value) -> new Parsed.Read(value);
            case TimeReading.Refused<Value>(String sentence) -> new Parsed.Unreadable(sentence);
            case TimeReading.None<Value>() -> new Parsed.Unreadable(sentence(kind));
        };
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

    private TimeReading<LocalDate> date(String typed) {
        return program ? TypedDate.iso(typed) : dates.read(typed);
    }

    private static TimeReading<LocalTime> time(String typed) {
        return TypedClock.time(typed)
                .<TimeReading<LocalTime>>map(TimeReading.One::new)
                .orElseGet(TimeReading.None::new);
    }

    private TimeReading<LocalDateTime> dateTime(String typed) {
        if (!program && dates.is(typed, "now")) {
            return new TimeReading.One<>(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
        }
        Matcher parts = DATE_AND_TIME.matcher(typed);
        return parts.matches()
                ? date(parts.group(1))
                        .then(date -> time(parts.group(2)).then(time -> new TimeReading.One<>(date.atTime(time))))
                : date(typed).then(date -> new TimeReading.One<>(date.atStartOfDay()));
    }

    private TimeReading<OffsetDateTime> moment(String typed) {
        TimeReading<OffsetDateTime> zoned = zoned(typed);
        return program || !(zoned instanceof TimeReading.None<OffsetDateTime>)
                ? zoned
                : dateTime(typed).then(time -> at(time, zone()));
    }

    private TimeReading<OffsetDateTime> zoned(String typed) {
        Matcher offset = WITH_OFFSET.matcher(typed);
        if (offset.matches()) {
            return zone(
                            offset.group(2)
                                    .toUpperCase(Locale.ROOT)
                                    .replace("GMT", "Z")
                                    .replace("UTC", "Z"),
                            ZoneOffset::of)
                    .then(zone -> dateTime(offset.group(1)).then(time -> new TimeReading.One<>(time.atOffset(zone))));
        }
        Matcher region = WITH_REGION.matcher(typed);
        return !program && region.matches()
                ? zone(region.group(2), ZoneId::of)
                        .then(zone -> dateTime(region.group(1)).then(time -> at(time, zone)))
                : new TimeReading.None<>();
    }

    private static <T extends ZoneId> TimeReading<T> zone(String typed, Function<String, T> of) {
        try {
            return new TimeReading.One<>(of.apply(typed));
        } catch (DateTimeException ignored) {
            // An offset such as +99:00 has the right shape but is no offset; the sentence shows what one looks like.
            return new TimeReading.None<>();
        }
    }

    /** A time on the clocks of a zone: when they are changed, some times come twice and some never. */
    private TimeReading<OffsetDateTime> at(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return switch (offsets.size()) {
            case 1 -> new TimeReading.One<>(time.atOffset(offsets.getFirst()));
            case 0 -> new TimeReading.Refused<>(texts.get("value.unreadable.gap", show(time), zone.getId()));
            default ->
                new TimeReading.Refused<>(texts.get(
                        "value.unreadable.two-ways",
                        show(time),
                        offset(time.atOffset(offsets.getFirst()), time),
                        offset(time.atOffset(offsets.getLast()), time)));
        };
    }

    private String offset(OffsetDateTime moment, LocalDateTime time) {
        return show(time) + " " + offset(moment);
    }

    private String sentence(ValueKind kind) {
        String day = show(EXAMPLE);
        return switch (kind) {
            case DATE -> texts.get("value.unreadable.date", day);
            case TIME -> texts.get("value.unreadable.time");
            case TIMESTAMP -> texts.get("value.unreadable.timestamp", day);
            default -> texts.get(program ? "value.unreadable.moment" : "value.unreadable.moment.here", day);
        };
    }
}
