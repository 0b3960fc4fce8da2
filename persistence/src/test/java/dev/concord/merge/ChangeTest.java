package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeTest {

    /**
     * {@code null} is SQL NULL, {@code ''} the empty text, {@code -} a row without the column: a change to NULL, or none.
     * A row deleted by either side has no columns to compare; what becomes of it is in the {@code DeletionModelTest} of
     * the app.
     */
    @ParameterizedTest(name = "{0} / {1} / {2} is {3}")
    @CsvSource(nullValues = "null", textBlock = """
            # nobody
            a,    a,    a,    UNCHANGED
            null, null, null, UNCHANGED
            null, -,    null, UNCHANGED
            '',   '',   '',   UNCHANGED
            -,    -,    -,    UNCHANGED
            -,    null, -,    UNCHANGED
            -,    -,    null, UNCHANGED
            -,    null, null, UNCHANGED
            # I alone
            a,    a,    b,    MINE
            a,    a,    null, MINE
            a,    a,    '',   MINE
            null, null, b,    MINE
            null, null, '',   MINE
            null, -,    b,    MINE
            null, -,    '',   MINE
            '',   '',   b,    MINE
            '',   '',   null, MINE
            -,    -,    b,    MINE
            -,    -,    '',   MINE
            -,    null, b,    MINE
            # they alone
            a,    b,    a,    THEIRS
            a,    null, a,    THEIRS
            a,    '',   a,    THEIRS
            a,    -,    a,    THEIRS
            null, b,    null, THEIRS
            null, '',   null, THEIRS
            '',   b,    '',   THEIRS
            '',   null, '',   THEIRS
            '',   -,    '',   THEIRS
            -,    b,    -,    THEIRS
            -,    '',   -,    THEIRS
            -,    b,    null, THEIRS
            # both alike
            a,    b,    b,    EQUAL
            a,    null, null, EQUAL
            a,    '',   '',   EQUAL
            a,    -,    null, EQUAL
            null, b,    b,    EQUAL
            null, '',   '',   EQUAL
            '',   b,    b,    EQUAL
            '',   null, null, EQUAL
            '',   -,    null, EQUAL
            -,    b,    b,    EQUAL
            -,    '',   '',   EQUAL
            # both differently
            a,    b,    c,    DECISION
            a,    b,    null, DECISION
            a,    b,    '',   DECISION
            a,    null, b,    DECISION
            a,    null, '',   DECISION
            a,    '',   b,    DECISION
            a,    '',   null, DECISION
            a,    -,    b,    DECISION
            a,    -,    '',   DECISION
            null, b,    c,    DECISION
            null, b,    '',   DECISION
            null, '',   b,    DECISION
            '',   b,    c,    DECISION
            '',   b,    null, DECISION
            '',   null, b,    DECISION
            '',   -,    b,    DECISION
            -,    b,    c,    DECISION
            -,    b,    '',   DECISION
            -,    '',   b,    DECISION
            """)
    void aColumnIsClassifiedByItsThreeValues(
            @Nullable String base, @Nullable String theirs, @Nullable String mine, Change expected) {
        FieldMerge field = merge("city", base, theirs, mine, Set.of());
        assertThat(field.change()).isEqualTo(expected);
        assertThat(field.settled())
                .isEqualTo(
                        switch (expected) {
                            case DECISION -> Optional.empty();
                            case MINE -> Optional.of(field.mine());
                            default -> Optional.of(field.theirs());
                        });
    }

    @ParameterizedTest
    @CsvSource({"a,a,a", "a,b,a", "a,a,b", "a,b,c", "a,b,b"})
    void whatTheDatabaseSetsIsNeverADecision(String base, String theirs, String mine) {
        FieldMerge field = merge("city", base, theirs, mine, Set.of("city"));
        assertThat(field.change()).isEqualTo(Change.SET_BY_DATABASE);
        assertThat(field.settled()).contains(Value.of(theirs));
    }

    @ParameterizedTest
    @EnumSource(
            value = Generation.class,
            names = {"COMPUTED", "IDENTITY"})
    void aColumnTheDatabaseMakesIsNeverADecision(Generation generation) {
        FieldMerge field = FieldMerge.of(
                column(generation), Value.of(1), Value.of(2), Value.of(3), false, ColumnRule.of(ColumnRule.Form.WHOLE));
        assertThat(field.change()).isEqualTo(Change.SET_BY_DATABASE);
    }

    @ParameterizedTest
    @CsvSource({"IDENTITY,MINE", "COMPUTED,SET_BY_DATABASE", "NONE,MINE"})
    void onlyAnIdentityThePersonSetIsTheirs(Generation generation, Change expected) {
        FieldMerge field = FieldMerge.of(
                column(generation), Value.of(1), Value.of(1), Value.of(3), false, ColumnRule.of(ColumnRule.Form.WHOLE));
        assertThat(field.change()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.5,1.50,SAME", "0,0.0,SAME", "1.5,1.51,DIFFERS"})
    void numbersAreComparedAsTheDatabaseWould(String one, String other, String verdict) {
        Value first = Value.of(new BigDecimal(one));
        Value second = Value.of(new BigDecimal(other));
        assertThat(Change.between(first, first, second))
                .isEqualTo(verdict.equals("DIFFERS") ? Change.MINE : Change.UNCHANGED);
    }

    private static FieldMerge merge(
            String column,
            @Nullable String base,
            @Nullable String theirs,
            @Nullable String mine,
            Set<String> database) {
        Snapshot opened = Rows.snapshot(row(column, base), 0);
        Draft draft = "-".equals(mine) ? Draft.of(opened) : Draft.of(opened).with(column, value(mine));
        RecordMerge merge = RecordMerge.of(
                Rows.table("id", column), draft, Rows.snapshot(row(column, theirs), 1), database, MergeRules.DEFAULT);
        return merge.field(column).orElseThrow();
    }

    private static Row row(String column, @Nullable String value) {
        return "-".equals(value) ? Row.EMPTY : Row.of(column, value(value));
    }

    private static Value value(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }

    private static Column column(Generation generation) {
        return Rows.column("city", generation);
    }
}
