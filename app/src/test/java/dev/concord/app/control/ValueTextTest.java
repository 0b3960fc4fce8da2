package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.CharacterSet;
import dev.concord.catalog.Column;
import dev.concord.catalog.SpecialValues;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {
    private static final List<Locale> LOCALES =
            List.of(Locale.UK, Locale.US, Locale.GERMANY, Locale.FRANCE, Locale.of("de", "CH"), Locale.JAPAN);
    private static final Column PRICE = Columns.of("price", ValueKind.DECIMAL, 10, 2, true);

    private final ValueText english = new ValueText(Texts.of(Locale.UK));
    private final ValueText german = new ValueText(Texts.of(Locale.UK, Locale.GERMANY));

    @ParameterizedTest
    @EnumSource(ValueKind.class)
    void everyValueShownForEditingReadsBackAsItselfInEveryLocale(ValueKind kind) {
        Column column =
                Columns.of("c", kind, kind == ValueKind.DECIMAL ? 12 : 0, kind == ValueKind.DECIMAL ? 3 : 0, true);
        for (Locale locale : LOCALES) {
            ValueText text = new ValueText(Texts.of(locale));
            for (Value value : samples(kind)) {
                assertThat(text.parse(text.edit(value, column), column, value))
                        .as("%s in %s", text.edit(value, column), locale)
                        .isEqualTo(new Parsed.Read(value));
            }
        }
    }

    @Test
    void aCharacterThatTheColumnCannotHoldIsNamed() {
        Column latin = Columns.of("c", ValueKind.TEXT).with(CharacterSet.ofMariaDb("latin1"));
        Column array = Columns.of("c", ValueKind.OTHER).with(CharacterSet.ofPostgres("LATIN1"));
        Column unicode = Columns.of("c", ValueKind.TEXT).with(CharacterSet.ofPostgres("UTF8"));
        assertThat(english.parse("für 5 €", latin)).isEqualTo(new Parsed.Read(Value.of("für 5 €")));
        Parsed missing =
                new Parsed.Unreadable("“ł” (U+0142) cannot be stored here, because the character set is latin1.");
        assertThat(english.parse("für ł", latin)).isEqualTo(missing);
        assertThat(english.parse("für ł", latin, Value.of("before"))).isEqualTo(missing);
        assertThat(english.parse("{ł}", array))
                .isEqualTo(new Parsed.Unreadable(
                        "“ł” (U+0142) cannot be stored here, because the character set is LATIN1."));
        assertThat(english.parse("ł\0", unicode))
                .isEqualTo(new Parsed.Unreadable("U+0000 cannot be stored here, because the character set is UTF8."));
    }

    @Test
    void whatOnlySomeDatabasesHaveIsTypedThereAndNowhereElse() {
        Map<SpecialValues, Map<String, String>> typed = Map.of(
                SpecialValues.LONG_TIME,
                Map.of("37:30:00", "37:30:00", "36:30", "36:30:00", "-1:30:00", "-01:30:00", "838:59:59", "838:59:59"),
                SpecialValues.INFINITE_TIME,
                Map.of("infinity", "infinity", "-Infinity", "-infinity"),
                SpecialValues.END_OF_DAY,
                Map.of("24:00", "24:00:00", "24:00:00", "24:00:00"),
                SpecialValues.NOT_A_NUMBER,
                Map.of("nan", "NaN"),
                SpecialValues.NOT_FINITE,
                Map.of("NaN", "NaN", "infinity", "Infinity", "-Infinity", "-Infinity"));
        typed.forEach((special, texts) -> texts.forEach((text, stored) -> {
            for (ValueKind kind : kinds(special)) {
                Column column = Columns.of("c", kind).with(special);
                Value value = new Value.Other(column.typeName(), stored);
                assertThat(english.parse(text, column)).isEqualTo(new Parsed.Read(value));
                assertThat(german.parse(german.edit(value, column), column)).isEqualTo(new Parsed.Read(value));
                assertThat(english.parse(text, Columns.of("c", kind))).isInstanceOf(Parsed.Unreadable.class);
            }
        }));
    }

    private static List<ValueKind> kinds(SpecialValues special) {
        return switch (special) {
            case LONG_TIME, END_OF_DAY -> List.of(ValueKind.TIME);
            case INFINITE_TIME -> List.of(ValueKind.DATE, ValueKind.TIMESTAMP, ValueKind.ZONED_TIMESTAMP);
            default -> List.of(ValueKind.DECIMAL);
        };
    }

    @Test
    void datesWithZerosAreTypedAsTheServerWritesThem() {
        Column date = Columns.of("d", ValueKind.DATE).with(SpecialValues.ZERO_DATE);
        Column time = Columns.of("t", ValueKind.TIMESTAMP, 0, 3, true).with(SpecialValues.ZERO_DATE);
        for (String text : List.of("0000-00-00", "2026-00-00", "2026-11-00")) {
            assertThat(english.parse(text, date)).isEqualTo(new Parsed.Read(new Value.Other("date", text)));
            assertThat(english.parse(text, time))
                    .isEqualTo(new Parsed.Read(new Value.Other("timestamp", text + " 00:00:00.000")));
        }
        assertThat(english.parse("2026-11-00 10:05", time))
                .isEqualTo(new Parsed.Read(new Value.Other("timestamp", "2026-11-00 10:05:00.000")));
        assertThat(english.parse("2026-11-22", date))
                .isEqualTo(new Parsed.Read(new Value.Date(LocalDate.of(2026, 11, 22))));
        for (String wrong : List.of("2026-13-00", "2026-11-32", "0000-00-00 10:00", "2026-00", "soon")) {
            assertThat(english.parse(wrong, date)).isInstanceOf(Parsed.Unreadable.class);
        }
    }

    @Test
    void anOrdinaryWrongValueIsStillSaidToBeOne() {
        Column span = Columns.of("t", ValueKind.TIME).with(SpecialValues.LONG_TIME);
        for (String wrong : List.of("839:00:00", "37:60:00", "10:00:61", "soon", "37")) {
            assertThat(english.parse(wrong, span))
                    .isEqualTo(new Parsed.Unreadable("Not a time. Write it like 14:05 or 14:05:30."));
        }
        assertThat(english.parse("14:05", span)).isEqualTo(new Parsed.Read(new Value.Time(LocalTime.of(14, 5))));
        assertThat(english.parse("-0:00", span)).isInstanceOf(Parsed.Unreadable.class);
    }

    @Test
    void yearsOfAnyLengthAndBeforeTheFirstAreTyped() {
        Column date = Columns.of("d", ValueKind.DATE);
        assertThat(english.parse("12026-01-02", date))
                .isEqualTo(new Parsed.Read(new Value.Date(LocalDate.of(12_026, 1, 2))));
        assertThat(english.parse("+12026-01-02", date))
                .isEqualTo(new Parsed.Read(new Value.Date(LocalDate.of(12_026, 1, 2))));
        assertThat(english.edit(new Value.Date(LocalDate.of(12_026, 1, 2)), date))
                .isEqualTo("12026-01-02");
        assertThat(english.parse("0044-03-15 BC", date))
                .isEqualTo(new Parsed.Read(new Value.Date(LocalDate.of(-43, 3, 15))));
        assertThat(english.parse("0001-01-01 bc", date))
                .isEqualTo(new Parsed.Read(new Value.Date(LocalDate.of(0, 1, 1))));
        assertThat(english.parse("0044-03-15 10:00:00 BC", Columns.of("t", ValueKind.TIMESTAMP)))
                .isEqualTo(new Parsed.Read(
                        new Value.DateTime(LocalDate.of(-43, 3, 15).atTime(10, 0))));
    }

    private static List<Value> samples(ValueKind kind) {
        return switch (kind) {
            case TEXT -> List.of(Value.of(""), Value.of(" a "), Value.of("NULL"), Value.of("línea\n二"));
            case INTEGER -> List.of(Value.ofNull(), Value.of(0), Value.of(-12_345_678), exact("9007199254740993"));
            case DECIMAL -> List.of(Value.ofNull(), exact("1.5"), exact("1234.567"), exact("-0.001"), exact("1e6"));
            case FLOAT32 -> List.of(new Value.Float32(0.1f), new Value.Float32(1.234f), new Value.Float32(Float.NaN));
            case FLOAT64 ->
                List.of(
                        new Value.Float64(0.1),
                        new Value.Float64(1.234),
                        new Value.Float64(1e300),
                        new Value.Float64(Double.NEGATIVE_INFINITY));
            case NUMERIC -> List.of(Value.of(7), new Value.Float64(0.25), new Value.Float64(1.0e-7));
            case BOOLEAN -> List.of(Value.ofNull(), Value.of(true), Value.of(false));
            case DATE -> List.of(date(2026, 2, 28), date(1, 1, 1), date(12026, 1, 1), date(-43, 3, 15));
            case TIME ->
                List.of(new Value.Time(LocalTime.MIDNIGHT), new Value.Time(LocalTime.of(23, 59, 59, 999_999_999)));
            case TIMESTAMP ->
                List.of(
                        new Value.DateTime(LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1)),
                        new Value.DateTime(LocalDateTime.of(2026, 3, 29, 14, 5)));
            case ZONED_TIMESTAMP ->
                List.of(
                        moment(ZoneOffset.UTC),
                        moment(ZoneOffset.ofHoursMinutes(5, 45)),
                        moment(ZoneOffset.ofHours(-8)));
            case UUID -> List.of(Value.ofNull(), new Value.Uuid(new UUID(1, 2)));
            case JSON -> List.of(new Value.Json("{ \"a\" : 1.50 }"), new Value.Json("null"));
            case BINARY -> List.of(Value.ofNull());
            case ENUM -> List.of(Value.of("open"));
            case OTHER -> List.of(new Value.Other("other", "(1,2)"), new Value.Other("other", ""));
        };
    }

    private static Value exact(String number) {
        return Value.of(new BigDecimal(number));
    }

    private static Value date(int year, int month, int day) {
        return new Value.Date(LocalDate.of(year, month, day));
    }

    private static Value moment(ZoneOffset offset) {
        return new Value.Moment(OffsetDateTime.of(2026, 11, 22, 4, 5, 6, 123_456_789, offset));
    }

    @Test
    void aDecimalShowsTheColumnsScaleWithTheLocalesSeparatorAndNoGrouping() {
        assertThat(english.show(exact("1234.5"), PRICE)).isEqualTo("1234.50");
        assertThat(german.show(exact("1234.5"), PRICE)).isEqualTo("1234,50");
    }

    @Test
    void nullIsAWordAndTheEmptyTextIsEmpty() {
        Column name = Columns.of("name", ValueKind.TEXT);
        assertThat(english.show(Value.ofNull(), name)).isEqualTo("NULL");
        assertThat(english.show(Value.of(""), name)).isEmpty();
    }

    @Test
    void nothingTypedIsEmptyTextInATextColumnAndNullElsewhere() {
        assertThat(english.parse("", Columns.of("name", ValueKind.TEXT))).isEqualTo(read(Value.of("")));
        assertThat(english.parse(" ", Columns.of("n", ValueKind.INTEGER))).isEqualTo(read(Value.ofNull()));
    }

    @Test
    void theWordNullTypedIsText() {
        assertThat(english.parse("NULL", Columns.of("name", ValueKind.TEXT))).isEqualTo(read(Value.of("NULL")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5|1.5",
                "1,5|1.5",
                " 12 |12",
                "-3|-3",
                "+3|3",
                "\u22123|-3",
                ".5|0.5",
                "1,234.56|1234.56",
                "1.234,56|1234.56",
                "1 234,5|1234.5",
                "1'234.50|1234.5",
                "1,234,567|1234567",
                "0.125|refused",
                "1..2|refused",
                "1,2,3|refused",
                "12a|refused",
                "1e5|refused",
                "1 23|refused",
                "-|refused"
            })
    void typedDecimalsAreReadWhereThereIsOneWayToReadThem(String typed, String expected) {
        if (expected.equals("refused")) {
            assertThat(english.parse(typed, PRICE)).isInstanceOf(Parsed.Unreadable.class);
        } else {
            assertThat(english.parse(typed, PRICE)).isEqualTo(read(exact(expected)));
        }
    }

    @Test
    void aSeparatorThatMayBeGroupingIsAskedAbout() {
        Column weight = Columns.of("weight", ValueKind.DECIMAL, 10, 3, true);
        assertThat(german.parse("1.500", weight))
                .isEqualTo(new Parsed.Unreadable("1.500 can be read in two ways. Write 1500 or 1,500."));
        assertThat(german.parse("1,500", weight)).isEqualTo(read(exact("1.5")));
        assertThat(english.parse("1,500", weight))
                .isEqualTo(new Parsed.Unreadable("1,500 can be read in two ways. Write 1500 or 1.500."));
    }

    @Test
    void moreDigitsThanTheColumnKeepsAreNotRoundedSilently() {
        assertThat(english.parse("1.555", PRICE))
                .isEqualTo(new Parsed.Unreadable("Too many digits: only 2 digits fit after the decimal separator."));
    }

    @Test
    void aNumericColumnKeepsWholeNumbersExact() {
        Column any = Columns.of("n", ValueKind.NUMERIC);
        assertThat(english.parse("9007199254740993", any)).isEqualTo(read(exact("9007199254740993")));
        assertThat(english.parse("0.5", any)).isEqualTo(read(new Value.Float64(0.5)));
        assertThat(english.parse("99999999999999999999", any)).isEqualTo(read(new Value.Float64(1e20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "abc", "1e3", "0x10", "--1", "1-"})
    void whatIsNoWholeNumberIsSaid(String typed) {
        assertThat(english.parse(typed, Columns.of("n", ValueKind.INTEGER)))
                .isEqualTo(new Parsed.Unreadable("Not a whole number. Write it like 1500."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e", "0x1p3", "1d", "infinity"})
    void whatIsNoFloatingPointNumberIsSaid(String typed) {
        assertThat(english.parse(typed, Columns.of("n", ValueKind.FLOAT64))).isInstanceOf(Parsed.Unreadable.class);
    }

    @Test
    void datesMayFollowTheLocalesShortForm() {
        Column day = Columns.of("day", ValueKind.DATE);
        assertThat(english.parse("2/11/2026", day)).isEqualTo(read(date(2026, 11, 2)));
        assertThat(german.parse("2.11.2026", day)).isEqualTo(read(date(2026, 11, 2)));
        assertThat(new ValueText(Texts.of(Locale.US)).parse("11/2/2026", day)).isEqualTo(read(date(2026, 11, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "soon", "20261122", "2026-11"})
    void whatIsNoDateIsSaid(String typed) {
        assertThat(english.parse(typed, Columns.of("day", ValueKind.DATE)))
                .isEqualTo(new Parsed.Unreadable("Not a date. Write it like 22/11/2026."));
    }

    @ParameterizedTest
    @CsvSource({
        "9:05,09:05",
        "09:05:07,09:05:07",
        "09:05:07.5,09:05:07.500",
        "2:05 pm,14:05",
        "12:00 am,00:00",
        "2pm,14:00",
        "14h05,14:05",
        "9h,09:00"
    })
    void timesAreReadAsPeopleTypeThem(String typed, String expected) {
        assertThat(english.parse(typed, Columns.of("t", ValueKind.TIME)))
                .isEqualTo(read(new Value.Time(LocalTime.parse(expected))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "9", "14", "14x", "9:5", "13:00 pm", "12:60", "12:00:60", "noon"})
    void whatIsNoTimeIsSaid(String typed) {
        assertThat(english.parse(typed, Columns.of("t", ValueKind.TIME))).isInstanceOf(Parsed.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22 14:05", "2026-11-22T14:05:00", "22/11/2026 2:05 pm", "2026-11-22, 14:05"})
    void timestampsAreReadAsPeopleTypeThem(String typed) {
        assertThat(english.parse(typed, Columns.of("t", ValueKind.TIMESTAMP)))
                .isEqualTo(read(new Value.DateTime(LocalDateTime.of(2026, 11, 22, 14, 5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22 14:05Z", "2026-11-22T14:05:00+00:00", "2026-11-22 14:05 UTC"})
    void momentsAreReadWithTheirOffset(String typed) {
        assertThat(english.parse(typed, Columns.of("t", ValueKind.ZONED_TIMESTAMP)))
                .isEqualTo(read(new Value.Moment(OffsetDateTime.of(2026, 11, 22, 14, 5, 0, 0, ZoneOffset.UTC))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22 14:05", "2026-11-22", "2026-11-22 14:05 +99:00"})
    void aMomentOfAProgramHasAnOffset(String written) {
        ValueText programs = ValueText.ofPrograms(Texts.of(Locale.ROOT));
        assertThat(programs.parse(written, Columns.of("t", ValueKind.ZONED_TIMESTAMP)))
                .isInstanceOf(Parsed.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "+7", "29/5/2026", "3/4", "22.11.2026", "29 May 2026", "26-11-22"})
    void programsWriteDatesInOneWay(String written) {
        ValueText programs = ValueText.ofPrograms(Texts.of(Locale.ROOT));
        Column day = Columns.of("day", ValueKind.DATE);
        assertThat(programs.parse(written, day))
                .isEqualTo(new Parsed.Unreadable("Not a date. Write it like 2026-11-22."));
        assertThat(programs.parse("2026-11-22", day)).isEqualTo(read(date(2026, 11, 22)));
    }

    @ParameterizedTest
    @CsvSource({"yes,true", "NO,false", "True,true", "0,false"})
    void booleansAreReadAsPeopleTypeThem(String typed, boolean expected) {
        assertThat(english.parse(typed, Columns.of("b", ValueKind.BOOLEAN))).isEqualTo(read(Value.of(expected)));
    }

    @Test
    void aUuidMayComeInBracesOrWithoutDashes() {
        Value one = new Value.Uuid(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));
        Column id = Columns.of("id", ValueKind.UUID);
        assertThat(english.parse("{123E4567-E89B-12D3-A456-426614174000}", id)).isEqualTo(read(one));
        assertThat(english.parse("123e4567e89b12d3a456426614174000", id)).isEqualTo(read(one));
        assertThat(english.parse("1-2-3-4-5", id)).isInstanceOf(Parsed.Unreadable.class);
    }

    @Test
    void jsonIsKeptLetterByLetterAndItsMistakesAreLocated() {
        Column data = Columns.of("data", ValueKind.JSON);
        assertThat(english.parse(" {\"b\":1, \"a\":2} ", data)).isEqualTo(read(new Value.Json(" {\"b\":1, \"a\":2} ")));
        assertThat(english.parse("{\"a\":\n oops}", data))
                .isInstanceOfSatisfying(
                        Parsed.Unreadable.class, u -> assertThat(u.sentence()).contains("line 2"));
        assertThat(english.parse("{} {}", data)).isInstanceOf(Parsed.Unreadable.class);
    }

    @Test
    void aWordOutsideTheListIsSaidWithTheList() {
        Column status = Columns.words("status", true, "open", "paid");
        assertThat(english.parse("lost", status))
                .isEqualTo(new Parsed.Unreadable("Not one of the allowed words: open, paid."));
    }

    @Test
    void bytesAreTheirTypeAndSize() {
        byte[] png = new byte[1434];
        System.arraycopy(HexFormat.of().parseHex("89504e470d0a1a0a"), 0, png, 0, 8);
        Column data = Columns.of("data", ValueKind.BINARY);
        assertThat(english.show(new Value.Binary(Bytes.of(png)), data)).isEqualTo("PNG image, 1.4 KB");
        assertThat(english.show(new Value.Binary(Bytes.of(new byte[1])), data)).isEqualTo("Binary, 1 byte");
        assertThat(english.show(new Value.Binary(Bytes.of(new byte[0])), data)).isEqualTo("Binary, 0 bytes");
        assertThat(german.show(new Value.Binary(Bytes.of(new byte[2_560_000])), data))
                .isEqualTo("Binary, 2,6 MB");
    }

    @Test
    void aValueTooLargeToBeHeldIsShownAsItsSizeAndHasNoTextToEdit() {
        Column notes = Columns.of("notes", ValueKind.TEXT);
        Value large = new Value.Large(Value.Large.Kind.TEXT, 104_857_600, "0".repeat(64));
        assertThat(english.show(large, notes)).isEqualTo("104.9 MB, too large to show");
        assertThat(english.edit(large, notes)).isEmpty();
    }

    @Test
    void aValueOfAnotherTypeThanTheColumnsIsShownAsItIs() {
        Column number = Columns.of("n", ValueKind.INTEGER);
        assertThat(english.show(Value.of("n/a"), number)).isEqualTo("n/a");
        assertThat(english.show(new Value.Float64(1.5), number)).isEqualTo("1.5");
        assertThat(english.show(Value.of(12), Columns.of("name", ValueKind.TEXT)))
                .isEqualTo("12");
    }

    private static Parsed read(Value value) {
        return new Parsed.Read(value);
    }
}
