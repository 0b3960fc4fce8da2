package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times as people write them, in several countries and zones. It is Wednesday, 18 March 2026. */
class TypedTimeTest {
    private static final Instant NOW = Instant.parse("2026-03-18T09:30:15.5Z");
    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "Z")
            .map(ZoneId::of)
            .toList();
    private static final List<Locale> LOCALES = Stream.of(
                    "de-DE", "en-US", "en-GB", "en", "en-CA", "fr-FR", "ja-JP", "ar-EG", "hu-HU", "ko-KR", "fa-IR",
                    "th-TH")
            .map(Locale::forLanguageTag)
            .toList();
    private static final Column DAY = Columns.of("d", ValueKind.DATE);
    private static final Column TIME = Columns.of("t", ValueKind.TIME);
    private static final Column SEEN = Columns.of("s", ValueKind.TIMESTAMP);
    private static final Column SENT = Columns.of("z", ValueKind.ZONED_TIMESTAMP);

    @Test
    void whatIsShownIsReadBackAsTheSameValueInEveryCountryAndZone() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (Locale locale : LOCALES) {
            for (ZoneId zone : ZONES) {
                ValueText values = in(locale, zone);
                for (int i = 0; i < 200; i++) {
                    LocalDateTime time = any(random);
                    keeps(values, new Value.Date(time.toLocalDate()), DAY);
                    keeps(values, new Value.Time(time.toLocalTime()), TIME);
                    keeps(values, new Value.DateTime(time), SEEN);
                    OffsetDateTime moment = time.atOffset(offset(random));
                    keeps(values, new Value.Moment(moment), SENT);
                    keeps(values, new Value.Moment(inUtc(moment)), SENT);
                    assertThat(values.parse(values.edit(new Value.Moment(moment), SENT), SENT))
                            .isInstanceOfSatisfying(Parsed.Read.class, read -> assertThat(((Value.Moment) read.value())
                                            .moment()
                                            .toInstant())
                                    .isEqualTo(moment.toInstant()));
                }
            }
        }
    }

    /** A value typed over itself is the value, and a copied one is read anywhere. */
    private static void keeps(ValueText values, Value value, Column column) {
        Parsed same = new Parsed.Read(value);
        String shown = values.edit(value, column);
        assertThat(values.parse(shown, column, value)).as(shown).isEqualTo(same);
        assertThat(values.parse(value.text(), column)).as(value.text()).isEqualTo(same);
    }

    private static OffsetDateTime inUtc(OffsetDateTime moment) {
        try {
            return moment.withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException ignored) {
            // Within a day of the first or the last moment of Java.
            return moment;
        }
    }

    private static LocalDateTime any(RandomGenerator random) {
        long day =
                switch (random.nextInt(6)) {
                    case 0 -> random.nextLong(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay() + 1);
                    case 1 ->
                        LocalDate.of(random.nextBoolean() ? 1 : 9999, 1, 1).toEpochDay() + random.nextInt(-3, 370);
                    case 2 -> random.nextBoolean() ? LocalDate.MIN.toEpochDay() : LocalDate.MAX.toEpochDay();
                    // When clocks are changed.
                    case 3 ->
                        LocalDate.of(2026, random.nextBoolean() ? 3 : 10, 24).toEpochDay() + random.nextInt(14);
                    default -> random.nextLong(-50_000, 50_000);
                };
        LocalTime time = LocalTime.ofNanoOfDay(random.nextLong(LocalTime.MAX.toNanoOfDay() + 1));
        return LocalDate.ofEpochDay(day)
                .atTime(
                        switch (random.nextInt(4)) {
                            case 0 -> LocalTime.MIDNIGHT;
                            case 1 -> LocalTime.of(time.getHour(), time.getMinute());
                            case 2 -> LocalTime.MAX;
                            default -> time;
                        });
    }

    private static ZoneOffset offset(RandomGenerator random) {
        return random.nextBoolean()
                ? ZoneOffset.ofHours(random.nextInt(-18, 19))
                : ZoneOffset.ofTotalSeconds(random.nextInt(-64_800, 64_801));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-DE | 16.3.1990        | 1990-03-16
            de-DE | 16. 3. 1990      | 1990-03-16
            de-DE | 16.3.90          | 1990-03-16
            de-DE | 3.4.26           | 2026-04-03
            de-DE | 1.1.45           | 2045-01-01
            de-DE | 1.1.46           | 1946-01-01
            de-DE | 29.5.            | 2026-05-29
            de-DE | 29.5             | 2026-05-29
            de-DE | 29/5             | 2026-05-29
            de-DE | 5/29/2026        | 2026-05-29
            de-DE | 29. Mai          | 2026-05-29
            de-DE | 29.Mai 2027      | 2027-05-29
            de-DE | 29 MAY           | 2026-05-29
            de-DE | Fr., 29. Mai 2026 | 2026-05-29
            de-DE | Freitag, 29.05.2026 | refused
            de-DE | Mo., 29. Mai 2026 | refused
            de-DE | 2026-05-29       | 2026-05-29
            de-DE | 2026.5.29        | 2026-05-29
            de-DE | 2026/5/9         | 2026-05-09
            de-DE | heute            | refused
            de-DE | today            | 2026-03-18
            de-DE | Tomorrow         | 2026-03-19
            de-DE | yesterday        | 2026-03-17
            de-DE | +7               | 2026-03-25
            de-DE | -18              | 2026-02-28
            de-DE | \u22123          | 2026-03-15
            de-DE | 7                | refused
            de-DE | +123456          | refused
            de-DE | 3/4              | 3/4 can be read in two ways. Write 3 April 2026 or 4 March 2026.
            de-DE | 3-4-2027         | 3-4-2027 can be read in two ways. Write 3 April 2027 or 4 March 2027.
            de-DE | 3/3              | 2026-03-03
            de-DE | 5.29.2026        | refused
            de-DE | 29.2.            | refused
            de-DE | 31.4.2026        | refused
            de-DE | 1.2.345          | refused
            de-DE | 1.2/2026         | refused
            de-DE | 26-3-16          | refused
            de-DE | 29.5.0           | refused
            en-GB | 29/5             | 2026-05-29
            en-GB | 3/4              | 2026-04-03
            en-GB | 3.4.2026         | 2026-04-03
            en-GB | 5/29             | refused
            en-GB | 5-29             | 2026-05-29
            en-GB | 29 May           | 2026-05-29
            en-GB | 29th May 2027    | 2027-05-29
            en-GB | May 29, 2027     | 2027-05-29
            en-GB | 29-May-26        | 2026-05-29
            en-GB | Fri 29 May       | 2026-05-29
            en-GB | Sept 1           | 2026-09-01
            en-GB | Friday           | refused
            en-US | 3/4              | 2026-03-04
            en-US | 5/29/26          | 2026-05-29
            en-US | 29/5             | refused
            en-US | 16.3.1990        | 1990-03-16
            en-US | 3.4.1990         | 3.4.1990 can be read in two ways. Write 3 April 1990 or 4 March 1990.
            en-US | May 29           | 2026-05-29
            en    | 3/4              | 3/4 can be read in two ways. Write 3 April 2026 or 4 March 2026.
            en    | 29/5             | 2026-05-29
            en    | 29/5/26          | refused
            en-CA | 2026-3-4         | 2026-03-04
            en-CA | 3/4              | 3/4 can be read in two ways. Write 3 April 2026 or 4 March 2026.
            fr-FR | 1er mai          | 2026-05-01
            fr-FR | 29 mai 2027      | 2027-05-29
            fr-FR | 14/07/26         | 2026-07-14
            ja-JP | 2026/5/29        | 2026-05-29
            ja-JP | 26/5/29          | 2026-05-29
            ja-JP | 5/29             | 2026-05-29
            ja-JP | 2026年5月29日     | 2026-05-29
            ja-JP | 5月29日           | 2026-05-29
            ja-JP | 3/4/2026         | 3/4/2026 can be read in two ways. Write 3 April 2026 or 4 March 2026.
            ar-EG | ٢٩/٥/٢٠٢٦        | 2026-05-29
            ar-EG | 29\u200f/5\u200f/2026 | 2026-05-29
            es-ES | 3 de abril de 2026 | 2026-04-03
            pl-PL | 3 kwietnia       | 2026-04-03
            hu-HU | 2026. 05. 29.    | 2026-05-29
            """)
    void aDateIsReadWhereThereIsOneWayToReadIt(String locale, String typed, String expected) {
        String text = typed.translateEscapes();
        Parsed parsed =
                in(Locale.forLanguageTag(locale), ZoneId.of("Europe/Berlin")).parse(text, DAY);
        switch (parsed) {
            case Parsed.Read(Value value) -> assertThat(value.text()).isEqualTo(expected);
            case Parsed.Unreadable(String sentence)
            when expected.equals("refused") -> assertThat(sentence).startsWith("Not a date. Write it like ");
            case Parsed.Unreadable(String sentence) -> assertThat(sentence).isEqualTo(expected);
        }
    }

    /** Both ways offered are read, and as two dates. */
    @Test
    void whatIsOfferedInPlaceOfAnAmbiguousDateIsRead() {
        for (Locale locale : Locale.getAvailableLocales()) {
            ValueText values = in(locale, ZoneOffset.UTC);
            for (String typed : List.of("3/4", "3-4", "3/4/2027", "3-4-2027", "3.4.2027")) {
                if (values.parse(typed, DAY) instanceof Parsed.Unreadable(String sentence)) {
                    String offered = sentence.substring(sentence.indexOf("Write ") + 6, sentence.length() - 1);
                    assertThat(Stream.of(offered.split(" or "))
                                    .map(each -> values.parse(each, DAY))
                                    .distinct())
                            .as("%s in %s", sentence, locale)
                            .hasSize(2)
                            .allMatch(Parsed.Read.class::isInstance);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            29.5. 14:05            | 2026-05-29T14:05
            29.5.26, 9:30          | 2026-05-29T09:30
            tomorrow 2pm           | 2026-03-19T14:00
            +7 14:05:30.25         | 2026-03-25T14:05:30.250
            29. Mai 2026 14h       | 2026-05-29T14:00
            now                    | 2026-03-18T10:30:15
            today                  | 2026-03-18T00:00
            2026-05-29T14:05       | 2026-05-29T14:05
            3/4 14:05              | 3/4 can be read in two ways. Write 3 April 2026 or 4 March 2026.
            29.5. 25:00            | Not a date with a time. Write it like 22.11.2026 14:05.
            14:05                  | Not a date with a time. Write it like 22.11.2026 14:05.
            """)
    void aTimeIsTypedAfterADate(String typed, String expected) {
        said(in(Locale.GERMANY, ZoneId.of("Europe/Berlin")).parse(typed, SEEN), expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            29.5. 14:05                 | 2026-05-29T14:05+02:00
            29.5. 14:05 +02:00          | 2026-05-29T14:05+02:00
            29.5. 14:05 -03             | 2026-05-29T14:05-03:00
            29.5. 14:05 GMT             | 2026-05-29T14:05Z
            29.5. 14:05 Asia/Tokyo      | 2026-05-29T14:05+09:00
            29.5. 14:05 Asia/Nowhere    | Not a date with a time. Write it like 22.11.2026 14:05, or with another offset from UTC like 22.11.2026 14:05 +01:00.
            29.5. 2pm Z                 | 2026-05-29T14:00Z
            1.1.2026                    | 2026-01-01T00:00+01:00
            now                         | 2026-03-18T10:30:15+01:00
            25.10.2026 02:30            | 25.10.2026 02:30:00 can be read in two ways. Write 25.10.2026 02:30:00 +02:00 or 25.10.2026 02:30:00 +01:00.
            25.10.2026 02:30 +01:00     | 2026-10-25T02:30+01:00
            25.10.2026 02:30 Europe/Berlin | 25.10.2026 02:30:00 can be read in two ways. Write 25.10.2026 02:30:00 +02:00 or 25.10.2026 02:30:00 +01:00.
            29.3.2026 02:30             | 29.03.2026 02:30:00 does not exist in Europe/Berlin: the clocks go forward then. Write another time, or the offset from UTC.
            3/4 14:05                   | 3/4 can be read in two ways. Write 3 April 2026 or 4 March 2026.
            3/4 14:05 Z                 | 3/4 can be read in two ways. Write 3 April 2026 or 4 March 2026.
            """)
    void aMomentIsMeantInTheUsersZoneUnlessAnotherIsTyped(String typed, String expected) {
        said(in(Locale.GERMANY, ZoneId.of("Europe/Berlin")).parse(typed, SENT), expected);
    }

    private static void said(Parsed parsed, String expected) {
        String said =
                switch (parsed) {
                    case Parsed.Read(Value value) -> value.text();
                    case Parsed.Unreadable(String sentence) -> sentence;
                };
        assertThat(said).isEqualTo(expected);
    }

    @Test
    void momentsAreShownInTheUsersZoneWithItsOffset() {
        Value sent = new Value.Moment(OffsetDateTime.parse("2026-05-29T12:05:00.5Z"));
        List<String> shown = new ArrayList<>();
        for (ZoneId zone : ZONES) {
            shown.add(in(Locale.GERMANY, zone).show(sent, SENT));
        }
        assertThat(shown)
                .containsExactly(
                        "29.05.2026 14:05:00.5 +02:00",
                        "29.05.2026 08:05:00.5 -04:00",
                        "29.05.2026 17:35:00.5 +05:30",
                        "29.05.2026 22:35:00.5 +10:30",
                        "30.05.2026 01:05:00.5 +13:00",
                        "29.05.2026 12:05:00.5 +00:00");
    }

    @Test
    void aMomentTypedOverAnotherKeepsTheOffsetItIsStoredWith() {
        ValueText berlin = in(Locale.GERMANY, ZoneId.of("Europe/Berlin"));
        Value utc = new Value.Moment(OffsetDateTime.parse("2026-05-29T12:05Z"));
        Value tokyo = new Value.Moment(OffsetDateTime.parse("2026-05-29T21:05+09:00"));
        Value summer = new Value.Moment(OffsetDateTime.parse("2026-05-29T14:05+02:00"));
        said(berlin.parse("29.5.2026 14:05", SENT, utc), "2026-05-29T12:05Z");
        said(berlin.parse("29.5.2026 14:05", SENT, tokyo), "2026-05-29T21:05+09:00");
        said(berlin.parse("29.5.2026 15:05", SENT, tokyo), "2026-05-29T22:05+09:00");
        said(berlin.parse("29.5.2026 15:05 -01", SENT, tokyo), "2026-05-29T15:05-01:00");
        said(berlin.parse("1.12.2026 15:05", SENT, summer), "2026-12-01T15:05+01:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de-DE|29.05.2026",
                "en-GB|29/05/2026",
                "en-US|05/29/2026",
                "ja-JP|2026/05/29",
                "ar-EG|29/05/2026",
                "sv-SE|2026-05-29",
                "en|2026-05-29",
                "nl-NL|29-05-2026",
                "hu-HU|2026.05.29",
                "th-TH|29/05/2026"
            })
    void datesAreShownInTheOrderOfTheCountry(String shown) {
        ValueText values = in(Locale.forLanguageTag(shown.substring(0, shown.indexOf('|'))), ZoneOffset.UTC);
        assertThat(values.show(new Value.Date(LocalDate.of(2026, 5, 29)), DAY))
                .isEqualTo(shown.substring(shown.indexOf('|') + 1));
    }

    private static ValueText in(Locale locale, ZoneId zone) {
        return new ValueText(Texts.of(Locale.UK, locale), Clock.fixed(NOW, zone));
    }
}
