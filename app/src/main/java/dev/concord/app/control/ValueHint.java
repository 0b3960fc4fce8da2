package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.catalog.SpecialValues;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said beside a value while it is typed, in people's words: what the column holds, and what the typed text was taken for, so
 * that a date that was meant otherwise is noticed before it is saved. Immutable.
 */
public final class ValueHint {
    private static final Pattern SPAN = Pattern.compile("(-?)(\\d+):(\\d\\d):(\\d\\d)(\\.\\d+)?");

    /** Some databases report a size of many digits for types without a limit. */
    private static final int NO_LIMIT = 100_000;

    private static final int DAY = 24;

    private final Texts texts;
    private final ValueText values;
    private final ZoneId zone;

    /** @param clock says in which zone the user is */
    public ValueHint(Texts texts, Clock clock) {
        this.texts = texts;
        this.values = new ValueText(texts, clock);
        this.zone = clock.getZone();
    }

    /** Returns what a column holds, such as {@code text, up to 40}. */
    public String type(Column column) {
        boolean sized = column.size() > 0 && column.size() < NO_LIMIT && column.special() != SpecialValues.ANY_SIZE;
        if (!column.allowedValues().isEmpty()) {
            return texts.get("value.type.enum");
        }
        return switch (column.kind()) {
            case TEXT -> sized ? texts.get("value.type.text.up-to", column.size()) : texts.get("value.type.text");
            case INTEGER -> texts.get("value.type.integer");
            case DECIMAL ->
                sized && column.scale() > 0
                        ? texts.get("value.type.decimal", column.scale())
                        : texts.get(sized ? "value.type.integer" : "value.type.number");
            case FLOAT32, FLOAT64, NUMERIC -> texts.get("value.type.number");
            case BOOLEAN -> texts.get("value.type.boolean");
            case DATE -> texts.get("value.type.date");
            case TIME -> texts.get(column.special() == SpecialValues.LONG_TIME ? "value.type.span" : "value.type.time");
            case TIMESTAMP -> texts.get("value.type.timestamp");
            case ZONED_TIMESTAMP -> texts.get("value.type.moment", zone.getId());
            case UUID -> texts.get("value.type.uuid");
            case JSON -> texts.get("value.type.json");
            case BINARY -> texts.get("value.type.binary");
            case ENUM -> texts.get("value.type.enum");
            case OTHER -> other(column.typeName().toLowerCase(Locale.ROOT));
        };
    }

    private String other(String type) {
        return type.startsWith("interval") && !type.endsWith("[]") ? texts.get("value.type.interval") : type;
    }

    /** Returns what a value means in more words than it is shown with; empty where there is nothing to add. */
    public Optional<String> meaning(Value value, Column column) {
        return switch (value) {
            case Value.Date(LocalDate date) -> Optional.of(day(date));
            case Value.DateTime(LocalDateTime time) -> Optional.of(day(time.toLocalDate()));
            case Value.Moment(OffsetDateTime moment) -> Optional.of(moment(moment));
            case Value.Text(String text) when column.kind() == ValueKind.TEXT -> left(text, column);
            case Value.Other(String _, String text) when column.kind() == ValueKind.TIME -> span(text);
            default -> Optional.empty();
        };
    }

    private String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMEd")
                .withLocale(texts.names())
                .withChronology(IsoChronology.INSTANCE)
                .format(date);
    }

    private String moment(OffsetDateTime moment) {
        OffsetDateTime here = values.here(moment);
        String day = day(here.toLocalDate());
        boolean own = here.getOffset().equals(moment.getOffset())
                || moment.getOffset().getTotalSeconds() == 0;
        return own
                ? day
                : texts.get(
                        "value.meaning.stored",
                        day,
                        moment.toLocalTime().toString(),
                        moment.getOffset().getId());
    }

    /** How many characters a text may still grow by. */
    private Optional<String> left(String text, Column column) {
        boolean limited = column.allowedValues().isEmpty()
                && column.size() > 0
                && column.size() < NO_LIMIT
                && column.special() != SpecialValues.ANY_SIZE;
        int left = column.size() - text.codePointCount(0, text.length());
        return limited && left >= 0 ? Optional.of(texts.get("value.meaning.left", left)) : Optional.empty();
    }

    /** A span of a day and more is also a time of one of the next days. */
    private Optional<String> span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches() || !span.group(1).isEmpty()) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(span.group(2));
        String clock = String.format(Locale.ROOT, "%02d:%s", hours % DAY, span.group(3));
        return hours < DAY ? Optional.empty() : Optional.of(texts.get("value.meaning.later", hours / DAY, clock));
    }
}
