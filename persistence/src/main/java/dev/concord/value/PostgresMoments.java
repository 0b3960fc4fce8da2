package dev.concord.value;

import dev.concord.catalog.Column;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Moments in PostgreSQL's ranges and arrays. The server writes them in the session's zone, which the driver sets to the
 * computer's and which must not be changed, because defaults and triggers use it. So the text is converted to UTC after it was
 * read, in the server's own format: {@code 2026-03-29 00:30:00.5+00}.
 */
final class PostgresMoments {
    /** Types that hold moments only; a composite type, for example, may hold text that only looks like a moment. */
    private static final Set<String> TYPES =
            Set.of("timestamp with time zone[]", "tstzrange", "tstzrange[]", "tstzmultirange", "tstzmultirange[]");

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4,}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?[+-]\\d\\d(:\\d\\d){0,2}( BC)?");

    private static final DateTimeFormatter READ = spelling("Z");
    private static final DateTimeFormatter WRITTEN = spelling("+00");

    private PostgresMoments() {}

    /** Whether the column's text is made of moments. */
    static boolean within(Column column) {
        return TYPES.contains(column.typeName());
    }

    static String inUtc(String text) {
        return MOMENT.matcher(text)
                .replaceAll(moment -> WRITTEN.format(
                        OffsetDateTime.parse(moment.group(), READ).withOffsetSameInstant(ZoneOffset.UTC)));
    }

    /** The server's DateStyle ISO: an offset may have seconds, and years before the first one have their own count. */
    private static DateTimeFormatter spelling(String utc) {
        return new DateTimeFormatterBuilder()
                .appendValue(ChronoField.YEAR_OF_ERA, 4, 9, SignStyle.NOT_NEGATIVE)
                .appendPattern("-MM-dd HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendOffset("+HH:mm:ss", utc)
                .appendText(ChronoField.ERA, Map.of(0L, " BC", 1L, ""))
                .toFormatter(Locale.ROOT);
    }
}
