package dev.concord.app.paste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Columns;
import dev.concord.app.paste.CellVerdict.Cannot;
import dev.concord.app.paste.CellVerdict.Changes;
import dev.concord.app.paste.CellVerdict.Obstacle;
import dev.concord.app.pending.EditableColumns;
import dev.concord.app.pending.FieldInput;
import dev.concord.catalog.CharacterSet;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ColumnRights;
import dev.concord.catalog.Key;
import dev.concord.catalog.SpecialValues;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What becomes of one cell, for each kind of column and each reason. */
class CellJudgeTest {
    private static final TableId TABLE = new TableId("public", "t");
    private static final Column ID = Columns.required("id", ValueKind.INTEGER);

    /** A text for each kind that is a value, and one that is none; nothing is no value of a text. */
    private static String good(ValueKind kind) {
        return switch (kind) {
            case TEXT, OTHER -> "word";
            case ENUM -> "new";
            case INTEGER -> "12";
            case DECIMAL, FLOAT32, FLOAT64, NUMERIC -> "1.5";
            case BOOLEAN -> "yes";
            case DATE -> "24/12/2020";
            case TIME -> "14:05";
            case TIMESTAMP -> "2020-12-24 14:05";
            case ZONED_TIMESTAMP -> "2020-12-24 14:05 +01:00";
            case UUID -> "123e4567-e89b-12d3-a456-426614174000";
            case JSON -> "{\"a\": 1}";
            case BINARY -> "00fF";
        };
    }

    private static Value value(ValueKind kind) {
        return switch (kind) {
            case TEXT -> Value.of("word");
            case OTHER -> new Value.Other("other", "word");
            case ENUM -> Value.of("new");
            case INTEGER -> Value.of(12);
            case DECIMAL, NUMERIC ->
                kind == ValueKind.DECIMAL ? Value.of(new BigDecimal("1.5")) : new Value.Float64(1.5);
            case FLOAT32 -> new Value.Float32(1.5f);
            case FLOAT64 -> new Value.Float64(1.5);
            case BOOLEAN -> Value.of(true);
            case DATE -> new Value.Date(LocalDate.of(2020, 12, 24));
            case TIME -> new Value.Time(LocalTime.of(14, 5));
            case TIMESTAMP -> new Value.DateTime(LocalDateTime.of(2020, 12, 24, 14, 5));
            case ZONED_TIMESTAMP -> new Value.Moment(OffsetDateTime.parse("2020-12-24T14:05+01:00"));
            case UUID -> new Value.Uuid(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));
            case JSON -> new Value.Json("{\"a\": 1}");
            case BINARY -> new Value.Binary(Bytes.of(new byte[] {0, -1}));
        };
    }

    private static Column column(ValueKind kind, boolean nullable) {
        return kind == ValueKind.ENUM
                ? Columns.words("c", nullable, "new", "old")
                : Columns.of("c", kind, 0, kind == ValueKind.DECIMAL ? 2 : 0, nullable);
    }

    @ParameterizedTest
    @EnumSource(ValueKind.class)
    void aTextIsReadAsTheFormReadsItAndIsNoChangeASecondTime(ValueKind kind) {
        assertThat(judge(column(kind, true), Value.ofNull(), good(kind)))
                .isEqualTo(new Changes(new FieldInput(value(kind), ""), ""));
        assertThat(judge(column(kind, true), value(kind), good(kind))).isEqualTo(new CellVerdict.Same());
    }

    @ParameterizedTest
    @EnumSource(
            value = ValueKind.class,
            mode = Mode.EXCLUDE,
            names = {"TEXT", "OTHER"})
    void aTextThatIsNoValueSaysSoAndCanBeKept(ValueKind kind) {
        Value before = value(kind);
        CellVerdict verdict = judge(column(kind, true), before, "\u00a7{");
        assertThat(verdict).isInstanceOfSatisfying(Cannot.class, cannot -> {
            assertThat(cannot.obstacle()).isEqualTo(Obstacle.VALUE);
            assertThat(cannot.sentence()).endsWith(".");
            assertThat(cannot.kept()).contains(new FieldInput(before, "\u00a7{"));
        });
    }

    @ParameterizedTest
    @EnumSource(ValueKind.class)
    void anEmptyCellIsNoValueWhereThatIsPossible(ValueKind kind) {
        Value before = value(kind);
        Changes none = new Changes(new FieldInput(Value.ofNull(), ""), "");
        assertThat(judge(column(kind, true), before, "")).isEqualTo(none);
        assertThat(judge(column(kind, true), before, "NULL")).isEqualTo(none);
        assertThat(judge(column(kind, true), Value.ofNull(), "")).isEqualTo(new CellVerdict.Same());
    }

    @ParameterizedTest
    @EnumSource(ValueKind.class)
    void anEmptyCellIsEmptyTextOrRefusedWhereAValueIsNeeded(ValueKind kind) {
        Value before = value(kind);
        CellVerdict verdict = judge(column(kind, false), before, "");
        switch (kind) {
            case TEXT -> assertThat(verdict).isEqualTo(new Changes(new FieldInput(Value.of(""), ""), ""));
            case OTHER ->
                assertThat(verdict).isEqualTo(new Changes(new FieldInput(new Value.Other("other", ""), ""), ""));
            default ->
                assertThat(verdict).isInstanceOfSatisfying(Cannot.class, cannot -> assertThat(cannot.obstacle())
                        .isEqualTo(Obstacle.EMPTY));
        }
    }

    @ParameterizedTest
    @EnumSource(ValueKind.class)
    void whatWasCopiedIsNoChangeInAnyCountry(ValueKind kind) {
        Value value = kind == ValueKind.DECIMAL ? Value.of(new BigDecimal("1.234")) : value(kind);
        Column column = column(kind, true);
        CellJudge german = new CellJudge(
                new EditableColumns(table(column), Set.of()), BlankCells.NULL, Texts.of(Locale.UK, Locale.GERMANY));
        assertThat(german.typed(row(column, value), column, value.text())).isEqualTo(new CellVerdict.Same());
    }

    @Test
    void manyBytesAreRead() {
        assertThat(judge(column(ValueKind.BINARY, true), Value.ofNull(), "ab".repeat(1_000_000)))
                .isInstanceOf(Changes.class);
    }

    @Test
    void anEmptyTextStaysWhereAnEmptyCellIsPasted() {
        assertThat(judge(column(ValueKind.TEXT, true), Value.of(""), "")).isEqualTo(new CellVerdict.Same());
    }

    @Test
    void aWordThatIsAllowedIsTakenEvenIfItIsNull() {
        Column words = Columns.words("c", true, "NULL", "");
        assertThat(judge(words, Value.ofNull(), "NULL"))
                .isEqualTo(new Changes(new FieldInput(Value.of("NULL"), ""), ""));
        assertThat(judge(words, Value.of("NULL"), "")).isEqualTo(new Changes(new FieldInput(Value.of(""), ""), ""));
    }

    @Test
    void aTextLongerThanItsColumnIsRefusedCountedInCharacters() {
        Column three = Columns.of("c", ValueKind.TEXT, 3, 0, true);
        assertThat(judge(three, Value.ofNull(), "𝄞𝄞𝄞")).isInstanceOf(Changes.class);
        assertThat(judge(three, Value.ofNull(), "abcd")).isInstanceOfSatisfying(Cannot.class, cannot -> {
            assertThat(cannot.sentence()).isEqualTo("Longer than 3 characters.");
            assertThat(cannot.kept()).contains(new FieldInput(Value.ofNull(), "abcd"));
        });
        assertThat(judge(three.with(SpecialValues.ANY_SIZE), Value.ofNull(), "abcd"))
                .isInstanceOf(Changes.class);
    }

    @Test
    void whatNobodyChangesByHandIsLockedUnlessItHoldsTheValueAlready() {
        Column computed = made(Generation.COMPUTED, ColumnRights.ALL);
        Column identity = made(Generation.IDENTITY, ColumnRights.ALL);
        Column mayNot = made(Generation.NONE, new ColumnRights(true, true, false));
        assertThat(sentence(computed)).isEqualTo("The database calculates this column.");
        assertThat(sentence(identity)).isEqualTo("The database numbers this column.");
        assertThat(sentence(mayNot)).isEqualTo("You may not change this column.");
        assertThat(judge(computed, Value.of(5), "5")).isEqualTo(new CellVerdict.Same());
        assertThat(judge(computed, Value.of(5), "five"))
                .isInstanceOfSatisfying(Cannot.class, cannot -> assertThat(cannot.obstacle())
                        .as("before what is wrong with the text")
                        .isEqualTo(Obstacle.LOCKED));
    }

    @Test
    void theVersionIsLocked() {
        Column version = Columns.of("c", ValueKind.INTEGER);
        CellJudge judge =
                new CellJudge(new EditableColumns(table(version), Set.of("c")), BlankCells.NULL, Clipboards.TEXTS);
        assertThat(judge.typed(row(version, Value.of(1)), version, "2"))
                .isInstanceOfSatisfying(Cannot.class, cannot -> assertThat(cannot.sentence())
                        .isEqualTo("Every save changes this column by itself."));
    }

    @Test
    void aValueTooLargeToBeShownStaysAsItIs() {
        Column text = Columns.of("c", ValueKind.TEXT);
        Value large = new Value.Large(Value.Large.Kind.TEXT, 1L << 30, "ab".repeat(32));
        assertThat(judge(text, large, "x")).isInstanceOfSatisfying(Cannot.class, cannot -> assertThat(cannot.sentence())
                .isEqualTo("The value is too large to be changed here."));
    }

    @Test
    void keysChangeInNewRowsOnly() {
        Column c = Columns.of("c", ValueKind.TEXT);
        CellJudge judge = judge(c);
        assertThat(judge.typed(row(c, Value.ofNull()), ID, "2"))
                .isInstanceOfSatisfying(
                        Cannot.class, cannot -> assertThat(cannot.obstacle()).isEqualTo(Obstacle.KEY));
        assertThat(judge.typed(row(c, Value.ofNull()), ID, "1")).isEqualTo(new CellVerdict.Same());
        assertThat(judge.typed(RowToChange.added(TABLE, "new"), ID, "2")).isInstanceOf(Changes.class);
        assertThat(judge.typed(RowToChange.added(TABLE, "new"), c, "")).isEqualTo(new CellVerdict.Same());
    }

    @Test
    void aTextWithACharacterThatTheColumnCannotHoldIsKeptAsTyped() {
        Column latin = Columns.of("c", ValueKind.TEXT).with(CharacterSet.ofMariaDb("latin1"));
        assertThat(judge(latin, Value.of("a"), "für 5 €")).isInstanceOf(Changes.class);
        for (CellVerdict verdict : List.of(
                judge(latin, Value.of("a"), "Łódź"),
                judge(latin, Value.ofNull(), "Łódź"),
                judge(latin).value(row(latin, Value.ofNull()), latin, Value.of("Łódź"), "Łódź", ""))) {
            assertThat(verdict).isInstanceOfSatisfying(Cannot.class, cannot -> {
                assertThat(cannot.obstacle()).isEqualTo(Obstacle.VALUE);
                assertThat(cannot.sentence())
                        .isEqualTo("“Ł” (U+0141) cannot be stored here, because the character set is latin1.");
            });
        }
    }

    private static String sentence(Column column) {
        return ((Cannot) judge(column, Value.of(5), "6")).sentence();
    }

    private static Column made(Generation generation, ColumnRights rights) {
        return new Column(
                "c",
                "integer",
                ValueKind.INTEGER,
                0,
                0,
                true,
                Optional.empty(),
                generation,
                List.of(),
                "",
                rights,
                SpecialValues.NONE,
                CharacterSet.ALL);
    }

    private static CellVerdict judge(Column column, Value before, String text) {
        return judge(column).typed(row(column, before), column, text);
    }

    private static CellJudge judge(Column column) {
        return new CellJudge(new EditableColumns(table(column), Set.of()), BlankCells.NULL, Clipboards.TEXTS);
    }

    private static RowToChange row(Column column, Value before) {
        Row row = Row.of("id", Value.of(1)).with(column.name(), before);
        return RowToChange.of(
                "1",
                new Snapshot(new RecordKey(TABLE, Row.of("id", Value.of(1))), row, Optional.empty(), Instant.EPOCH),
                Optional.empty(),
                Optional.empty());
    }

    private static Table table(Column column) {
        return new Table(
                TABLE,
                Table.Type.TABLE,
                List.of(ID, column),
                Optional.of(new Key("pk", List.of("id"), true)),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
    }
}
