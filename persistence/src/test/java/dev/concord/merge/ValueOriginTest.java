package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Table;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueOriginTest {
    private static final String LINES = "a\nb\nc\nd\ne\n";
    private static final Table TABLE = Rows.table("id", "city", "stock", "tags", "profile", "notes", "version");
    private static final MergeRules RULES = MergeRules.DEFAULT
            .with("stock", ColumnRule.of(Form.WHOLE).adding(Adding.AUTOMATIC))
            .with("tags", ColumnRule.of(Form.SET))
            .with("profile", ColumnRule.of(Form.JSON));

    @Test
    void aColumnNobodyChangedIsUntouched() {
        assertThat(origin("city", "Dallas", "Dallas", "Dallas")).isEqualTo(new ValueOrigin.Untouched());
    }

    @Test
    void aColumnOneSideChangedIsThatSides() {
        assertThat(origin("city", "Dallas", "Dallas", "Houston")).isEqualTo(new ValueOrigin.Mine());
        assertThat(origin("city", "Dallas", "Seattle", "Dallas")).isEqualTo(new ValueOrigin.Theirs());
    }

    @Test
    void aColumnBothChangedAlikeIsEqual() {
        assertThat(origin("city", "Dallas", "Seattle", "Seattle")).isEqualTo(new ValueOrigin.Equal());
    }

    @Test
    void aColumnBothChangedIsUndecided() {
        assertThat(origin("city", "Dallas", "Seattle", "Houston")).isEqualTo(new ValueOrigin.Undecided());
    }

    @Test
    void whatTheDatabaseSetsIsSetByTheDatabase() {
        assertThat(origin("version", "1", "2", "1")).isEqualTo(new ValueOrigin.SetByDatabase());
    }

    @ParameterizedTest
    @CsvSource({
        "city, Dallas, 'Dallas ', Houston, SPACING",
        "profile, '{\"a\":1,\"b\":1}', '{\"a\":2,\"b\":1}', '{\"a\":1,\"b\":2}', JSON",
        "tags, 'a,b', 'a,b,c', 'b', ITEMS"
    })
    void aRuleIsNamed(String column, String base, String theirs, String mine, Rule rule) {
        assertThat(origin(column, base, theirs, mine)).isEqualTo(new ValueOrigin.ByRule(rule));
    }

    @Test
    void linesAndQuantitiesAreMergedByRuleToo() {
        assertThat(origin("notes", LINES, LINES.replace("a", "A"), LINES.replace("e", "E")))
                .isEqualTo(new ValueOrigin.ByRule(Rule.TEXT));
        Resolution stock = open("stock", Value.of(40), Value.of(37), Value.of(38));
        assertThat(origin(stock, "stock")).isEqualTo(new ValueOrigin.ByRule(Rule.QUANTITY));
        assertThat(stock.toDraft().added()).containsExactly("stock");
    }

    @Test
    void aChoiceIsNamedWhateverWouldHaveBeenWithoutIt() {
        Resolution open = open("city", Value.of("Dallas"), Value.of("Dallas"), Value.of("Houston"));
        Choice base = new Choice.Base();
        assertThat(origin(open.choose("city", base), "city")).isEqualTo(new ValueOrigin.Chosen(base));
        assertThat(origin(open.choose("city", new Choice.Typed(Value.of("Austin"))), "city"))
                .isEqualTo(new ValueOrigin.Typed());
        assertThat(origin(open.choose("city", base).without("city"), "city")).isEqualTo(new ValueOrigin.Mine());
    }

    @Test
    void aChoiceInPartsIsUndecidedUntilTheLastOfThem() {
        Resolution open =
                open("notes", Value.of(LINES), Value.of(LINES.replace("b", "x")), Value.of(LINES.replace("b", "y")));
        int place = field(open, "notes").parts().orElseThrow().decisions().getFirst();
        Choice begun = new Choice.InParts(Map.of());
        Choice complete = new Choice.InParts(Map.of(place, new PartAnswer.Mine()));
        assertThat(origin(open.choose("notes", begun), "notes")).isEqualTo(new ValueOrigin.Undecided());
        assertThat(origin(open.choose("notes", complete), "notes")).isEqualTo(new ValueOrigin.Chosen(complete));
    }

    private static ValueOrigin origin(String column, String base, String theirs, String mine) {
        return origin(open(column, Value.of(base), Value.of(theirs), Value.of(mine)), column);
    }

    private static ValueOrigin origin(Resolution resolution, String column) {
        return resolution.origin(field(resolution, column));
    }

    private static FieldMerge field(Resolution resolution, String column) {
        return resolution.merge().field(column).orElseThrow();
    }

    private static Resolution open(String column, Value base, Value theirs, Value mine) {
        Snapshot opened = Rows.snapshot(Row.of(column, base), 0);
        return Resolution.of(RecordMerge.of(
                TABLE,
                Rows.draft(opened, Row.of(column, mine)),
                Rows.snapshot(Row.of(column, theirs), 3),
                Set.of("version"),
                RULES));
    }
}
