package dev.concord.app.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Columns;
import dev.concord.catalog.Column;
import dev.concord.catalog.ValueKind;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What typed filters mean, told by the sentence that the window shows for each. It is Wednesday, 18 March 2026, in Warsaw. */
class ConditionParserTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-17T23:30:00Z"), ZoneId.of("Europe/Warsaw"));
    private static final List<Locale> LOCALES =
            List.of(Locale.UK, Locale.GERMANY, Locale.of("pl", "PL"), Locale.US, Locale.FRANCE, Locale.of("de", "CH"));

    private static final Map<String, FilteredColumn> COLUMNS = Map.ofEntries(
            Map.entry("Name", plain(Columns.of("Name", ValueKind.TEXT))),
            Map.entry("Code", plain(Columns.required("Code", ValueKind.TEXT))),
            Map.entry("Kind", plain(Columns.words("Kind", true, "private", "trade"))),
            Map.entry("Age", plain(Columns.of("Age", ValueKind.INTEGER))),
            Map.entry("Price", plain(Columns.of("Price", ValueKind.DECIMAL, 10, 2, false))),
            Map.entry("Weight", plain(Columns.of("Weight", ValueKind.FLOAT64))),
            Map.entry("Sold", plain(Columns.of("Sold", ValueKind.BOOLEAN))),
            Map.entry("Born", plain(Columns.of("Born", ValueKind.DATE))),
            Map.entry("Seen", plain(Columns.of("Seen", ValueKind.TIMESTAMP))),
            Map.entry("Sent", plain(Columns.of("Sent", ValueKind.ZONED_TIMESTAMP))),
            Map.entry("Opens", plain(Columns.of("Opens", ValueKind.TIME))),
            Map.entry("Ticket", plain(Columns.of("Ticket", ValueKind.UUID))),
            Map.entry("Notes", plain(Columns.of("Notes", ValueKind.JSON))),
            Map.entry("Place", plain(Columns.of("Place", ValueKind.OTHER))),
            Map.entry("Photo", plain(Columns.of("Photo", ValueKind.BINARY))),
            Map.entry("Customer", new FilteredColumn(Columns.of("Customer", ValueKind.INTEGER), true)),
            Map.entry("Land", new FilteredColumn(Columns.of("Land", ValueKind.TEXT), true)));

    private static FilteredColumn plain(Column column) {
        return new FilteredColumn(column, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            Name     | nowak              | Name contains “nowak”
            Name     | nowak, anna        | Name contains “nowak, anna”
            Name     |   two  words       | Name contains “two  words”
            Name     | nowak*             | Name begins with “nowak”
            Name     | *                  | Name contains “*”
            Name     | =Nowak             | Name is “Nowak”
            Name     | = Nowak            | Name is “Nowak”
            Name     | =""                | Name is “”
            Name     | <>Nowak            | Name is not “Nowak”
            Name     | !=Nowak            | Name is not “Nowak”
            Name     | ≠Nowak             | Name is not “Nowak”
            Name     | !nowak             | Name does not contain “nowak”
            Name     | !a; !b             | Name does not contain “a” and does not contain “b”
            Name     | <>a; !b            | Name is not “a” and does not contain “b”
            Name     | <>a; <>null        | Name is not “a” and is not NULL
            Name     | <>a; not null      | Name is not “a” and is not NULL
            Code     | <>a                | Code is not “a”
            Code     | <>a; <>null        | Code is not “a”
            Name     | null               | Name is NULL
            Name     | NULL               | Name is NULL
            Name     | =null              | Name is NULL
            Name     | is null            | Name is NULL
            Name     | not  null          | Name is not NULL
            Name     | !null              | Name is not NULL
            Name     | <>null             | Name is not NULL
            Name     | "null"             | Name contains “null”
            Name     | ="null"            | Name is “null”
            Name     | nowak; null        | Name contains “nowak” or is NULL
            Name     | a; b;              | Name contains “a” or contains “b”
            Name     | "a;b"; c           | Name contains “a;b” or contains “c”
            Name     | "a..b"             | Name contains “a..b”
            Name     | a..f               | Name “a” to “f”
            Name     | wait...            | Name contains “wait...”
            Name     | "say ""hi""\"      | Name contains “say "hi"”
            Name     | 5" pipe            | Name contains “5" pipe”
            Name     | 1; =>x             | Name contains “1” or is “>x”
            Name     | a=b                | Name contains “a=b”
            Name     | >=m                | Name is “m” or after
            Name     | "  x "             | Name contains “  x ”
            Name     | "50%"*             | Name begins with “50%”
            Kind     | tra                | Kind contains “tra”
            Kind     | =trade             | Kind is “trade”
            Kind     | <>trade            | Kind is not “trade”
            Age      | 12                 | Age is 12
            Age      | =12                | Age is 12
            Age      | <>12               | Age is not 12
            Age      | !12                | Age is not 12
            Age      | >12                | Age is more than 12
            Age      | ≥ 12               | Age is at least 12
            Age      | < -5               | Age is less than -5
            Age      | <=12               | Age is at most 12
            Age      | 10..20             | Age 10 to 20
            Age      | -20 .. -10         | Age -20 to -10
            Age      | =10..20            | Age 10 to 20
            Age      | !10..20            | Age not: 10 to 20
            Age      | ..20               | Age is at most 20
            Age      | 10..               | Age is at least 10
            Age      | 1; 3; 10..20; null | Age is 1 or is 3 or 10 to 20 or is NULL
            Age      | "12"               | Age contains “12”
            Age      | 12*                | Age begins with “12”
            Sold     | yes                | Sold is Yes
            Sold     | true               | Sold is Yes
            Sold     | <>no               | Sold is not No
            Ticket   | 123e4567-e89b-12d3-a456-426614174000 | Ticket is 123e4567-e89b-12d3-a456-426614174000
            Ticket   | "123e"             | Ticket contains “123e”
            Notes    | wien               | Notes contains “wien”
            Notes    | !wien              | Notes does not contain “wien”
            Notes    | null               | Notes is NULL
            Place    | 1,2                | Place contains “1,2”
            Photo    | not null           | Photo is not NULL
            Customer | 12                 | Customer is 12
            Customer | nowak              | Customer refers to “nowak”
            Customer | !nowak             | Customer does not refer to “nowak”
            Customer | nowak; 12          | Customer refers to “nowak” or is 12
            Land     | pol                | Land contains “pol” or refers to “pol”
            Land     | =PL                | Land is “PL”
            Land     | !pol               | Land does not contain “pol” and does not refer to “pol”
            """)
    void whatIsTypedIsUnderstood(String column, String typed, String sentence) {
        assertThat(said(column, typed, Locale.UK)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            16.3.2026              | Born is 16.03.2026
            2026-03-16             | Born is 16.03.2026
            today                  | Born is 18.03.2026
            TODAY                  | Born is 18.03.2026
            yesterday              | Born is 17.03.2026
            tomorrow               | Born is 19.03.2026
            +7                     | Born is 25.03.2026
            29.5.                  | Born is 29.05.2026
            29. Mai                | Born is 29.05.2026
            ..+7                   | Born is 25.03.2026 or before
            this week              | Born 16.03.2026 to 22.03.2026
            last week              | Born 09.03.2026 to 15.03.2026
            this  month            | Born 01.03.2026 to 31.03.2026
            last month             | Born 01.02.2026 to 28.02.2026
            this year              | Born 01.01.2026 to 31.12.2026
            last year              | Born 01.01.2025 to 31.12.2025
            2026                   | Born 01.01.2026 to 31.12.2026
            2024-02                | Born 01.02.2024 to 29.02.2024
            2.2024                 | Born 01.02.2024 to 29.02.2024
            02/2024                | Born 01.02.2024 to 29.02.2024
            Februar 2024           | Born 01.02.2024 to 29.02.2024
            mai                    | Born 01.05.2026 to 31.05.2026
            >16.3.2026             | Born is after 16.03.2026
            >2026                  | Born is after 31.12.2026
            >=2026-03              | Born is 01.03.2026 or after
            <=2026-03              | Born is 31.03.2026 or before
            <2026-03               | Born is before 01.03.2026
            1.3.2026..16.3.2026    | Born 01.03.2026 to 16.03.2026
            2024..2025             | Born 01.01.2024 to 31.12.2025
            2024..                 | Born is 01.01.2024 or after
            ..last month           | Born is 28.02.2026 or before
            <>16.3.2026            | Born is not 16.03.2026
            !2026                  | Born not: 01.01.2026 to 31.12.2026
            today; yesterday; null | Born is 18.03.2026 or is 17.03.2026 or is NULL
            "-03-"                 | Born contains “-03-”
            """)
    void datesAreTypedAsTheLocaleWritesThemOrByWords(String typed, String sentence) {
        assertThat(said("Born", typed, Locale.GERMANY)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Seen  | 2026-03-16                 | Seen on 16/03/2026
            Seen  | =2026-03-16                | Seen on 16/03/2026
            Seen  | 16/03/2026                 | Seen on 16/03/2026
            Seen  | last month                 | Seen 01/02/2026 to 28/02/2026
            Seen  | 2026-03-16 14:05           | Seen from 16/03/2026 14:05:00 until before 16/03/2026 14:06:00
            Seen  | 2026-03-16 14:05:09        | Seen from 16/03/2026 14:05:09 until before 16/03/2026 14:05:10
            Seen  | 2026-03-16 14:05:09.5      | Seen is 16/03/2026 14:05:09.5
            Seen  | =2026-03-16 14:05          | Seen is 16/03/2026 14:05:00
            Seen  | >2026-03-16                | Seen is 17/03/2026 00:00:00 or after
            Seen  | >=2026-03-16               | Seen is 16/03/2026 00:00:00 or after
            Seen  | <2026-03-16                | Seen is before 16/03/2026 00:00:00
            Seen  | <=2026-03-16               | Seen is before 17/03/2026 00:00:00
            Seen  | 2026-03-01..2026-03-16     | Seen 01/03/2026 to 16/03/2026
            Seen  | 2026-03-01 10:00..today    | Seen from 01/03/2026 10:00:00 until before 19/03/2026 00:00:00
            Seen  | <>today                    | Seen not: on 18/03/2026
            Sent  | <now                       | Sent is before 18/03/2026 00:30:00 +01:00
            Sent  | 29/3 1:59                  | Sent from 29/03/2026 01:59:00 +01:00 until before 29/03/2026 03:00:00 +02:00
            Sent  | today                      | Sent on 18/03/2026
            Sent  | 2026-03-29                 | Sent on 29/03/2026
            Sent  | 2026-03-16 14:05 Z         | Sent from 16/03/2026 15:05:00 +01:00 until before 16/03/2026 15:06:00 +01:00
            Sent  | =2026-03-16 14:05:01.5 -03 | Sent is 16/03/2026 18:05:01.5 +01:00
            Opens | 14:05                      | Opens from 14:05:00 until before 14:06:00
            Opens | 23:59                      | Opens 23:59:00 to 23:59:59.999999999
            Opens | 8:00..12:00                | Opens from 08:00:00 until before 12:01:00
            Opens | >14:05:00                  | Opens is 14:05:01 or after
            Opens | =14:05                     | Opens is 14:05:00
            """)
    void whatIsTypedCoversItsDayMinuteOrSecond(String column, String typed, String sentence) {
        assertThat(said(column, typed, Locale.UK)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | 1.5        | Price is 1.50
            en-GB | 1,234.5    | Price is 1234.50
            en-GB | 1.5..2.5   | Price 1.50 to 2.50
            en-GB | 1,5        | Price is 1.50
            en-GB | 1,234      | 1,234 can be read in two ways. Write 1234 or 1.234.
            de-DE | 1,5        | Price is 1,50
            de-DE | 1.234,5    | Price is 1234,50
            de-DE | 1,5..2,5   | Price 1,50 to 2,50
            de-DE | 1,5;2,5    | Price is 1,50 or is 2,50
            de-DE | >1.234     | 1.234 can be read in two ways. Write 1234 or 1,234.
            de-DE | 1.234..2   | 1.234 can be read in two ways. Write 1234 or 1,234.
            de-DE | 1..1.234   | 1.234 can be read in two ways. Write 1234 or 1,234.
            pl-PL | 1 234,5    | Price is 1234,50
            pl-PL | <=1,5      | Price is at most 1,50
            pl-PL | 1,5; 10..12,5 | Price is 1,50 or 10,00 to 12,50
            de-CH | 1’234.5    | Price is 1234.50
            """)
    void numbersAreTypedAsTheLocaleWritesThem(String locale, String typed, String sentence) {
        assertThat(said("Price", typed, Locale.forLanguageTag(locale))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            Name   | "nowak        | A quotation mark is missing. Write "a;b" to look for these characters.
            Name   | "a"b          | A quotation mark is missing. Write "a;b" to look for these characters.
            Name   | a; !b         | This list says both what to show and what to leave out. Write <> or ! before every part, or before none.
            Name   | a; not null   | This list says both what to show and what to leave out. Write <> or ! before every part, or before none.
            Name   | <>a; null     | This list says both what to show and what to leave out. Write <> or ! before every part, or before none.
            Name   | null; not null | This list says both what to show and what to leave out. Write <> or ! before every part, or before none.
            Name   | =             | A value is missing.
            Name   | !             | A value is missing.
            Name   | ..            | Not a range. Write it like 10..20, 10.. or ..20.
            Age    | >1..2         | Not a range. Write it like 10..20, 10.. or ..20.
            Age    | !..2          | Not a range. Write it like 10..20, 10.. or ..20.
            Age    | >             | A value is missing.
            Age    | nowak         | Not a whole number. Write it like 1500.
            Age    | 1..x          | Not a whole number. Write it like 1500.
            Age    | x..           | Not a whole number. Write it like 1500.
            Age    | 1.5           | Not a whole number. Write it like 1500.
            Weight | heavy         | Not a number. Write it like 1500.25.
            Kind   | =gone         | Not one of the allowed words: private, trade.
            Sold   | perhaps       | Neither Yes nor No.
            Sold   | >no           | These values have no order. Write one alone, or with = or <> before it.
            Born   | 31.2.2026     | Not a day. Write it like 2026-11-22, a month like 2026-11, a year, or today, last week, this month.
            Born   | 2026-13       | Not a day. Write it like 2026-11-22, a month like 2026-11, a year, or today, last week, this month.
            Born   | 2026-03-16 14:05 | Not a day. Write it like 2026-11-22, a month like 2026-11, a year, or today, last week, this month.
            Born   | 3-4           | 3-4 can be read in two ways. Write 3 April 2026 or 4 March 2026.
            Seen   | 3-4-2026..    | 3-4-2026 can be read in two ways. Write 3 April 2026 or 4 March 2026.
            Born   | today..x      | Not a day. Write it like 2026-11-22, a month like 2026-11, a year, or today, last week, this month.
            Opens  | noon          | Not a time. Write it like 14:05 or 14:05:30.
            Ticket | 12            | Not a UUID. Write it like 123e4567-e89b-12d3-a456-426614174000.
            Notes  | =x            | These values can be searched for a part only. Write it without a sign before it.
            Place  | 1..2          | These values can be searched for a part only. Write it without a sign before it.
            Photo  | ff            | Bytes cannot be searched. Write null or not null.
            Customer | =nowak      | Not a whole number. Write it like 1500.
            """)
    void whatIsNoConditionIsToldInOneSentence(String column, String typed, String sentence) {
        assertThat(said(column, typed, Locale.UK)).isEqualTo(sentence);
    }

    @Test
    void nothingTypedShowsEverything() {
        for (String typed : List.of("", "  ", ";", " ; ;")) {
            assertThat(said("Name", typed, Locale.UK)).as(typed).isEqualTo("everything");
        }
    }

    /** Each combination of the signs and words of the grammar, in each locale and kind of column. */
    @Test
    void aConditionTypedAnewIsTheSameCondition() {
        List<String> pieces = List.of(
                "=",
                "<>",
                "!",
                ">",
                ">=",
                "<",
                "<=",
                "..",
                "; ",
                "null",
                "not null",
                "nowak",
                "Anna Nowak",
                "1",
                "20",
                "-5",
                "1.5",
                "2,25",
                "2026",
                "2026-03",
                "2026-03-16",
                "today",
                "last month",
                "16.3.2026",
                "2026-03-29 14:05",
                "14:05",
                "23:59:59",
                "08:00:00.25",
                "2026-03-16 14:05 +02:00",
                "2026-03-16 14:05:09.123",
                "yes",
                "trade",
                "\"null\"",
                "\"a;b\"",
                "\"..\"",
                "\"say \"\"hi\"\"\"",
                "*",
                "x*",
                "50%",
                "a..f",
                " ",
                "wait...",
                "123e4567-e89b-12d3-a456-426614174000",
                "müller-lüdenscheidt",
                "Ł",
                "'",
                "\\");
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            Locale locale = LOCALES.get(random.nextInt(LOCALES.size()));
            FilteredColumn column = List.copyOf(COLUMNS.values()).get(random.nextInt(COLUMNS.size()));
            StringBuilder typed = new StringBuilder();
            for (int piece = random.nextInt(1, 6); piece > 0; piece--) {
                typed.append(pieces.get(random.nextInt(pieces.size())));
            }
            ConditionParser parser = new Parsers().of(locale);
            ParsedCondition parsed = parser.parse(typed.toString(), column);
            if (parsed instanceof ParsedCondition.Read(var condition)) {
                String again = new TypedCondition(Texts.of(locale), CLOCK).of(condition, column);
                assertThat(parser.parse(again, column))
                        .as("%s typed as %s in %s, %s", typed, again, column.name(), locale)
                        .isEqualTo(parsed);
                assertThat(new ConditionText(Texts.of(locale), CLOCK).of(condition, column))
                        .startsWith(column.name() + " ");
                read++;
            }
        }
        assertThat(read).isGreaterThan(10_000);
    }

    /** Parsers are made once for a locale. */
    private static final class Parsers {
        private static final Map<Locale, ConditionParser> MADE = new HashMap<>();

        ConditionParser of(Locale locale) {
            return MADE.computeIfAbsent(locale, made -> new ConditionParser(Texts.of(made), CLOCK));
        }
    }

    private static String said(String name, String typed, Locale locale) {
        FilteredColumn column = Optional.ofNullable(COLUMNS.get(name)).orElseThrow();
        return switch (new ConditionParser(Texts.of(Locale.UK, locale), CLOCK).parse(typed, column)) {
            case ParsedCondition.Everything _ -> "everything";
            case ParsedCondition.Read(var condition) ->
                new ConditionText(Texts.of(Locale.UK, locale), CLOCK).of(condition, column);
            case ParsedCondition.Unreadable(String sentence) -> sentence;
        };
    }
}
