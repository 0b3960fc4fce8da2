package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.merge.ColumnRule.Form;
import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemPartsTest {
    private static final ColumnRule SET = ColumnRule.of(Form.SET);
    private static final ColumnRule LIST = ColumnRule.of(Form.LIST);

    @Test
    void aSetIsWhatBothAddedAndLeft() {
        assertThat(merged(SET, text("red, green, blue"), text("green, blue, gold"), text("blue, green, red, pink")))
                .isEqualTo(text("green, blue, gold, pink"));
        assertThat(merged(SET, set("a,b"), set("b,c"), set("a"))).isEqualTo(set("c"));
        assertThat(merged(SET, set("a,b"), set("a"), set("b"))).isEqualTo(set(""));
    }

    @Test
    void oneItemReplacedByEachIsBothReplacements() {
        assertThat(merged(SET, text("a,b"), text("a,c"), text("a,d"))).isEqualTo(text("a,c,d"));
    }

    @Test
    void anItemWrittenOtherwiseMeetsItsRemovalAndIsADecision() {
        Parts parts = parts(SET, text("Red,b"), text("b"), text("red,b"));
        assertThat(parts.decisions()).containsExactly(1);
        assertThat(parts.all().get(1))
                .isEqualTo(new Part("red", Change.DECISION, Optional.of("Red"), Optional.empty(), Optional.of("red")));
        assertThat(parts.value(Map.of())).isEmpty();
        assertThat(parts.value(Map.of(1, new PartAnswer.Theirs()))).contains(text("b"));
        assertThat(parts.value(Map.of(1, new PartAnswer.Mine()))).contains(text("b,red"));
        assertThat(parts.value(Map.of(1, new PartAnswer.Typed("crimson")))).contains(text("b,crimson"));
        assertThat(parts.value(Map.of(1, new PartAnswer.TheirsThenMine()))).isEmpty();
        assertThat(parts.value(Map.of(1, new PartAnswer.MineThenTheirs()))).isEmpty();
    }

    @Test
    void itemsThatDifferInCaseOnlyAreTwo() {
        assertThat(merged(SET, text("Red,red"), text("Red"), text("Red,red,b"))).isEqualTo(text("Red,b"));
    }

    @Test
    void whatWasEmptyIsFilledByBoth() {
        assertThat(merged(SET, Value.ofNull(), text("a"), text("b; c"))).isEqualTo(text("a,b; c"));
        assertThat(merged(SET.separatedBy(";"), Value.ofNull(), text("a"), text("b; c")))
                .isEqualTo(text("a; b; c"));
        assertThat(ItemParts.of(SET, text("a"), Value.ofNull(), text("b"))).isEmpty();
    }

    @Test
    void aListIsMergedLikeLines() {
        assertThat(merged(LIST, array("{a,b,c}"), array("{a,b,c,d}"), array("{x,a,c}")))
                .isEqualTo(array("{x,a,c,d}"));
        assertThat(merged(LIST.separatedBy("\n"), text("a\r\nb\r\nc"), text("a\r\nb\r\nC"), text("A\r\nb\r\nc")))
                .isEqualTo(text("A\r\nb\r\nC"));
    }

    @Test
    void anItemOfAListBothChangedIsADecision() {
        Parts parts = parts(LIST, array("{a,NULL,c}"), array("{a,\"x y\",c,d}"), array("{a,z,c}"));
        assertThat(parts.decisions()).containsExactly(1);
        assertThat(parts.all().get(1))
                .isEqualTo(
                        new Part("", Change.DECISION, Optional.of("NULL"), Optional.of("\"x y\""), Optional.of("z")));
        assertThat(parts.value(Map.of(1, new PartAnswer.Mine()))).contains(array("{a,z,c,d}"));
        assertThat(parts.value(Map.of(1, new PartAnswer.MineThenTheirs()))).contains(array("{a,z,\"x y\",c,d}"));
        assertThat(parts.value(Map.of(1, new PartAnswer.Typed(" \"null\" , n\\,o"))))
                .contains(array("{a,\"null\",\"n,o\",c,d}"));
        assertThat(parts.value(Map.of(1, new PartAnswer.Typed("}")))).isEmpty();
        assertThat(parts.value(Map.of(1, new PartAnswer.Typed("a},{b")))).isEmpty();
    }

    @Test
    void rowsOfATableOfNumbersAreItems() {
        assertThat(merged(LIST, array("{{1,2},{3,4}}"), array("{{1,2},{3,4},{5,6}}"), array("{{0,2},{3,4}}")))
                .isEqualTo(array("{{0,2},{3,4},{5,6}}"));
    }

    @Test
    void boxesAreSeparatedOtherwise() {
        Value base = new Value.Other("box[]", "{(1,1),(0,0);(2,2),(0,0)}");
        Value theirs = new Value.Other("box[]", "{(1,1),(0,0);(2,2),(0,0);(3,3),(0,0)}");
        Value mine = new Value.Other("box[]", "{(2,2),(0,0)}");
        assertThat(merged(LIST, base, theirs, mine)).isEqualTo(new Value.Other("box[]", "{(2,2),(0,0);(3,3),(0,0)}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0:1]={a,b}", "{a,b", "a,b", "{a,,b}", "{a}b", "{a\"b\"}", "{\"a\"b}", "{a\\", "{a,}", ""})
    void whatIsNoArrayStaysWhole(String literal) {
        assertThat(ItemParts.of(LIST, array("{a}"), array(literal), array("{b}")))
                .isEmpty();
    }

    @Test
    void valuesOfOtherTypesStayWhole() {
        assertThat(ItemParts.of(LIST, h2("[a]"), h2("[a, b]"), h2("[c]"))).isEmpty();
        assertThat(ItemParts.of(LIST, array("{a}"), text("{b}"), array("{c}"))).isEmpty();
        assertThat(ItemParts.of(SET.separatedBy(""), text("a"), text("b"), text("c")))
                .isEmpty();
        assertThat(ItemParts.of(ColumnRule.of(Form.TEXT), text("a"), text("b"), text("c")))
                .isEmpty();
    }

    private static Value text(String text) {
        return Value.of(text);
    }

    private static Value set(String text) {
        return new Value.Other("set", text);
    }

    private static Value array(String text) {
        return new Value.Other("text[]", text);
    }

    private static Value h2(String text) {
        return new Value.Other("ARRAY", text);
    }

    private static Parts parts(ColumnRule rule, Value base, Value theirs, Value mine) {
        return ItemParts.of(rule, base, theirs, mine).orElseThrow();
    }

    private static Value merged(ColumnRule rule, Value base, Value theirs, Value mine) {
        return parts(rule, base, theirs, mine).value(Map.of()).orElseThrow();
    }

    @Test
    void nothingBetweenTwoSeparatorsIsNoItemOfASet() {
        assertThat(parts(SET, text("a,b"), text("a,, b,"), text("a,b,c")).all())
                .extracting(Part::name)
                .containsExactly("a", "b", "c");
        assertThat(merged(SET, text("a,b"), text("a,,b,,d"), text("a,b,c"))).isEqualTo(text("a,b,d,c"));
    }

    @Test
    void itemsThatCannotBeWrittenAreNotMerged() {
        assertThat(ItemParts.of(LIST, text("a,,b"), text(",b"), text("a,"))).isEmpty();
    }

    @Test
    void anArrayThatWasNullIsFilledByBothAndOneOfAnotherTypeStaysWhole() {
        assertThat(merged(SET, Value.ofNull(), array("{a}"), array("{b}"))).isEqualTo(array("{a,b}"));
        assertThat(ItemParts.of(SET, set("a"), array("{a,b}"), array("{a,c}"))).isEmpty();
        assertThat(ItemParts.of(SET, text("a"), array("{a,b}"), array("{a,c}"))).isEmpty();
    }

    @Test
    void itemsOfTheSameThreeValuesInTheSameWayAreEqual() {
        Parts list = parts(LIST, text("a"), text("a,b"), text("a,c"));
        assertThat(list)
                .isEqualTo(parts(LIST, text("a"), text("a,b"), text("a,c")))
                .hasSameHashCodeAs(parts(LIST, text("a"), text("a,b"), text("a,c")))
                .isNotEqualTo(parts(SET, text("a"), text("a,b"), text("a,c")))
                .isNotEqualTo(parts(LIST, text("a"), text("a,b"), text("a,d")))
                .isNotEqualTo(text("a"));
    }

    @Test
    void aSetOfMariaDbHasNoEmptyItemSoATextWithOneStaysWhole() {
        assertThat(ItemParts.of(SET, set("a"), set("a,,b"), set("c"))).isEmpty();
    }

    @Test
    void aRunOfItemsIsShownAsItStandsInTheText() {
        assertThat(parts(LIST, text("a, b"), text("a, c, d"), text("a, e"))
                        .all()
                        .getLast())
                .isEqualTo(new Part("", Change.DECISION, Optional.of("b"), Optional.of("c, d"), Optional.of("e")));
    }
}
