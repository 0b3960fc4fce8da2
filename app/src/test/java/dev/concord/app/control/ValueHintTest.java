package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.SpecialValues;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueHintTest {
    private final ValueHint hints = in(Locale.UK);

    private static ValueHint in(Locale locale) {
        return new ValueHint(Texts.of(locale), Clock.fixed(Instant.EPOCH, ZoneId.of("Europe/Berlin")));
    }

    @Test
    void aDateIsSaidWithItsWeekday() {
        Value date = new Value.Date(LocalDate.of(2026, 5, 29));
        Column day = Columns.of("d", ValueKind.DATE);
        assertThat(hints.meaning(date, day)).contains("Fri, 29 May 2026");
        assertThat(in(Locale.GERMANY).meaning(date, day)).contains("Fr., 29. Mai 2026");
        assertThat(hints.meaning(
                        new Value.DateTime(LocalDate.of(2026, 5, 29).atTime(LocalTime.NOON)),
                        Columns.of("t", ValueKind.TIMESTAMP)))
                .contains("Fri, 29 May 2026");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-29T22:30Z      | Sat, 30 May 2026
            2026-05-30T00:30+02:00 | Sat, 30 May 2026
            2026-05-30T07:30+09:00 | Sat, 30 May 2026, stored as 07:30 +09:00
            """)
    void aMomentIsSaidByItsDayHereAndByTheOffsetItIsStoredWith(String moment, String said) {
        assertThat(hints.meaning(
                        new Value.Moment(OffsetDateTime.parse(moment)), Columns.of("t", ValueKind.ZONED_TIMESTAMP)))
                .contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            37:30:00    | on the next day at 13:30
            24:00:00    | on the next day at 00:00
            50:05:30.5  | 2 days later at 02:05
            838:59:59   | 34 days later at 22:59
            """)
    void aSpanOfADayAndMoreIsSaidAsATimeOfALaterDay(String span, String said) {
        assertThat(hints.meaning(new Value.Other("time", span), span())).contains(said);
    }

    @Test
    void aTimeWithinADayNeedsNoMoreWords() {
        assertThat(hints.meaning(new Value.Other("time", "-37:30:00"), span())).isEmpty();
        assertThat(hints.meaning(new Value.Time(LocalTime.NOON), span())).isEmpty();
        assertThat(hints.meaning(Value.ofNull(), span())).isEmpty();
    }

    private static Column span() {
        return Columns.of("t", ValueKind.TIME).with(SpecialValues.LONG_TIME);
    }

    @Test
    void aTextSaysHowMuchIsLeft() {
        Column name = Columns.of("name", ValueKind.TEXT, 40, 0, true);
        assertThat(hints.meaning(Value.of("Zoë 👩‍🎓"), name)).contains("33 left");
        assertThat(hints.meaning(Value.of("x".repeat(41)), name)).isEmpty();
        assertThat(hints.meaning(Value.of("x"), Columns.of("name", ValueKind.TEXT)))
                .isEmpty();
        assertThat(hints.meaning(Value.of("x"), name.with(SpecialValues.ANY_SIZE)))
                .isEmpty();
    }

    @Test
    void typesAreSaidInPeoplesWords() {
        assertThat(Stream.of(
                                Columns.of("c", ValueKind.TEXT, 1000, 0, true),
                                Columns.of("c", ValueKind.TEXT),
                                Columns.of("c", ValueKind.DECIMAL, 10, 2, true),
                                Columns.of("c", ValueKind.DECIMAL, 10, 1, true),
                                Columns.of("c", ValueKind.DECIMAL, 10, 0, true),
                                Columns.of("c", ValueKind.DECIMAL),
                                span(),
                                Columns.words("c", true, "a", "b"),
                                Columns.of("c", ValueKind.ZONED_TIMESTAMP))
                        .map(hints::type))
                .containsExactly(
                        "text, up to 1,000",
                        "text",
                        "number, 2 decimals",
                        "number, 1 decimal",
                        "whole number",
                        "number",
                        "time of day or span of time",
                        "one of some words",
                        "date and time, in your zone Europe/Berlin");
    }

    @ParameterizedTest
    @EnumSource(ValueKind.class)
    void everyTypeHasWords(ValueKind kind) {
        assertThat(hints.type(Columns.of("c", kind))).isNotBlank().doesNotContain("{");
    }
}
