package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column.Generation;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueMergerTest {

    private static final ColumnRule PROSE = ColumnRule.of(Form.TEXT);
    private static final String BASE = "one\ntwo\nthree\nfour\nfive\n";

    /** {@code _} is a space, {@code ~} an e with an accent made of two characters, {@code é} of one. */
    @ParameterizedTest
    @CsvSource({
        "Dallas, Dallas_, Houston, Houston",
        "Dallas, Houston, _Dallas, Houston",
        "Dallas, Dallas_, _Dallas, Dallas_",
        "Dallas, Houston, Houston_, Houston",
        "Caf~, Café, Cafés, Cafés",
        "Caf~, Cafés, Café, Cafés"
    })
    void aChangeOfSpacingGivesWayToARealOneAndTheDatabasesIsTakenWhereThereIsNone(
            String base, String theirs, String mine, String expected) {
        FieldMerge field = merge(PROSE, text(base), text(theirs), text(mine));
        assertThat(field.origin()).isEqualTo(new ValueOrigin.ByRule(Rule.SPACING));
        assertThat(field.settled()).contains(text(expected));
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"EXACT_TEXT", "WHOLE"})
    void spacingCountsInCodeAndFixedFormats(Form form) {
        FieldMerge field = merge(ColumnRule.of(form), text("Dallas"), text("Dallas_"), text("Houston"));
        assertThat(field.change()).isEqualTo(Change.DECISION);
        assertThat(field.inside()).isEqualTo(new ValueMerge.Whole());
    }

    @Test
    void nothingIsSettledAgainstNull() {
        assertThat(merge(PROSE, Value.ofNull(), Value.of("a"), Value.of("a ")).change())
                .isEqualTo(Change.DECISION);
        assertThat(merge(PROSE, Value.of("a"), Value.ofNull(), Value.of("")).inside())
                .isEqualTo(new ValueMerge.Whole());
        assertThat(merge(PROSE, Value.of(0), Value.of(""), Value.of(" ")).inside())
                .isEqualTo(new ValueMerge.Whole());
    }

    /** A text beside a number, as SQLite has them in one column. */
    @Test
    void textsAreMergedWithTextsOnly() {
        Value text = Value.of("a ");
        Value number = Value.of(1);
        assertThat(merge(PROSE, Value.of("a"), text, number).inside()).isEqualTo(new ValueMerge.Whole());
        assertThat(merge(PROSE, Value.of("a"), number, text).inside()).isEqualTo(new ValueMerge.Whole());
        assertThat(merge(PROSE, number, text, Value.of("b")).inside()).isEqualTo(new ValueMerge.Whole());
    }

    @Test
    void linesOfTwoPeopleAreMerged() {
        FieldMerge field = merge(PROSE, BASE, BASE.replace("one", "ONE"), BASE.replace("five", "FIVE"));
        assertThat(field.settled()).contains(Value.of("ONE\ntwo\nthree\nfour\nFIVE\n"));
        assertThat(field.origin()).isEqualTo(new ValueOrigin.ByRule(Rule.TEXT));
        assertThat(field.parts().orElseThrow().all())
                .extracting(Part::change)
                .containsExactly(Change.THEIRS, Change.UNCHANGED, Change.MINE);
    }

    /** The words of two people combined would be a number or a street that does not exist. */
    @Test
    void theWordsOfAShortLineAreNotMixed() {
        FieldMerge street = merge(PROSE, "Main Street 5", "Main Street 7", "Oak Street 5");
        assertThat(street.change()).isEqualTo(Change.DECISION);
        assertThat(street.parts()).isEmpty();
        String long1 = "word ".repeat(ValueMerger.SHORT / 5) + "end";
        FieldMerge prose = merge(PROSE, "a " + long1 + " b", "A " + long1 + " b", "a " + long1 + " B");
        assertThat(prose.settled()).contains(Value.of("A " + long1 + " B"));
        assertThat(prose.origin()).isEqualTo(new ValueOrigin.ByRule(Rule.TEXT));
    }

    @Test
    void linesBothChangedAreAskedFor() {
        FieldMerge field = conflict();
        Parts parts = field.parts().orElseThrow();
        int place = parts.decisions().getFirst();
        assertThat(parts.decisions()).hasSize(1);
        assertThat(parts.value(Map.of())).isEmpty();
        assertThat(List.of(
                        text(parts, place, new PartAnswer.Base()),
                        text(parts, place, new PartAnswer.Theirs()),
                        text(parts, place, new PartAnswer.Mine()),
                        text(parts, place, new PartAnswer.TheirsThenMine()),
                        text(parts, place, new PartAnswer.MineThenTheirs()),
                        text(parts, place, new PartAnswer.Typed("II"))))
                .containsExactly(
                        BASE,
                        BASE.replace("two", "deux"),
                        BASE.replace("two", "zwei"),
                        BASE.replace("two", "deux\nzwei"),
                        BASE.replace("two", "zwei\ndeux"),
                        BASE.replace("two", "II"));
    }

    @Test
    void aPartThatNeedsNobodyCanBeAnsweredToo() {
        Parts parts = merge(PROSE, BASE, BASE.replace("one", "ONE"), BASE.replace("five", "FIVE"))
                .parts()
                .orElseThrow();
        assertThat(parts.value(Map.of(0, new PartAnswer.Base()))).contains(Value.of(BASE.replace("five", "FIVE")));
    }

    @Test
    void aLastLineWithoutAnEndDoesNotRunIntoTheNext() {
        Parts parts = merge(PROSE, "one\ntwo", "one\ndeux", "one\nzwei").parts().orElseThrow();
        int place = parts.decisions().getFirst();
        assertThat(text(parts, place, new PartAnswer.TheirsThenMine())).isEqualTo("one\ndeux\nzwei");
    }

    @Test
    void whatBothWroteWhereThereWasNothingCanBeHadOneAfterTheOther() {
        Parts parts = merge(PROSE, Value.ofNull(), Value.of("Called.\nNobody there."), Value.of("Wrote.\nNo answer."))
                .parts()
                .orElseThrow();
        int place = parts.decisions().getFirst();
        assertThat(text(parts, place, new PartAnswer.MineThenTheirs()))
                .isEqualTo("Wrote.\nNo answer.\nCalled.\nNobody there.");
        assertThat(parts.value(Map.of(place, new PartAnswer.Base()))).contains(Value.ofNull());
    }

    @Test
    void whoeverConvertedAllLineEndsConvertsTheOthersLines() {
        FieldMerge field = merge(PROSE, BASE, BASE.replace("\n", "\r\n"), BASE.replace("two", "zwei"));
        assertThat(field.settled())
                .contains(Value.of(BASE.replace("two", "zwei").replace("\n", "\r\n")));
        assertThat(field.origin()).isEqualTo(new ValueOrigin.ByRule(Rule.SPACING));
    }

    @Test
    void partsOfTheSameThreeTextsAreEqual() {
        assertThat(conflict()).isEqualTo(conflict());
        assertThat(conflict()).isNotEqualTo(merge(ColumnRule.of(Form.EXACT_TEXT), BASE, "x\ny\n", "z\n"));
    }

    @Test
    void jsonIsMergedByPath() {
        FieldMerge field = merge(
                ColumnRule.of(Form.JSON),
                json("{\"a\":1,\"b\":2}"),
                json("{\"a\":3,\"b\":2}"),
                json("{\"a\":1,\"b\":4}"));
        assertThat(field.origin()).isEqualTo(new ValueOrigin.ByRule(Rule.JSON));
        assertThat(field.settled()).contains(json("{\"a\":3,\"b\":4}"));
    }

    @Test
    void whatIsNoJsonIsMergedAsText() {
        FieldMerge field = merge(ColumnRule.of(Form.JSON), "{\na\nb\n", "{\nA\nb\n", "{\na\nb\n}");
        assertThat(field.settled()).contains(Value.of("{\nA\nb\n}"));
        assertThat(field.origin()).isEqualTo(new ValueOrigin.ByRule(Rule.TEXT));
    }

    @Test
    void jsonThatIsOneValueOrAnotherIsNotTakenApartByLine() {
        FieldMerge field = merge(ColumnRule.of(Form.JSON), json("[\n1,\n2]"), json("[\n3,\n2]"), json("[\n1,\n4]"));
        assertThat(field.change()).isEqualTo(Change.DECISION);
        assertThat(field.inside()).isEqualTo(new ValueMerge.Whole());
    }

    @Test
    void setsAreMergedByItem() {
        FieldMerge field = merge(ColumnRule.of(Form.SET), "a,b", "a,b,c", "b");
        assertThat(field.origin()).isEqualTo(new ValueOrigin.ByRule(Rule.ITEMS));
        assertThat(field.settled()).contains(Value.of("b,c"));
    }

    @Test
    void aQuantityIsAddedUpWhereSomebodySaysSo() {
        ColumnRule whole = ColumnRule.of(Form.WHOLE);
        FieldMerge offered = merge(whole.adding(Adding.OFFERED), Value.of(40), Value.of(37), Value.of(38));
        assertThat(offered.change()).isEqualTo(Change.DECISION);
        assertThat(offered.quantity().map(Quantity::sum)).contains(Value.of(35));
        FieldMerge automatic = merge(whole.adding(Adding.AUTOMATIC), Value.of(40), Value.of(37), Value.of(38));
        assertThat(automatic.settled()).contains(Value.of(35));
        assertThat(automatic.origin()).isEqualTo(new ValueOrigin.ByRule(Rule.QUANTITY));
        assertThat(merge(whole, Value.of(40), Value.of(37), Value.of(38)).quantity())
                .isEmpty();
        assertThat(merge(whole.adding(Adding.AUTOMATIC), Value.ofNull(), Value.of(37), Value.of(38))
                        .change())
                .isEqualTo(Change.DECISION);
    }

    @Test
    void whatIsTooLargeToHoldStaysWhole() {
        Value one = new Value.Large(Value.Large.Kind.TEXT, 1L << 25, "a1");
        Value other = new Value.Large(Value.Large.Kind.TEXT, 1L << 25, "b2");
        assertThat(merge(PROSE, one, other, Value.of("short\n")).inside()).isEqualTo(new ValueMerge.Whole());
    }

    private static FieldMerge conflict() {
        return merge(PROSE, BASE, BASE.replace("two", "deux"), BASE.replace("two", "zwei"));
    }

    private static String text(Parts parts, int place, PartAnswer answer) {
        return parts.value(Map.of(place, answer)).orElseThrow().text();
    }

    private static Value text(String shown) {
        return Value.of(shown.replace('_', ' ').replace("~", "e\u0301"));
    }

    private static Value json(String text) {
        return new Value.Json(text);
    }

    private static FieldMerge merge(ColumnRule rule, String base, String theirs, String mine) {
        return merge(rule, Value.of(base), Value.of(theirs), Value.of(mine));
    }

    private static FieldMerge merge(ColumnRule rule, Value base, Value theirs, Value mine) {
        return FieldMerge.of(Rows.column("notes", Generation.NONE), base, theirs, mine, false, rule);
    }

    @Test
    void theSameNumberOnBothSidesOfAQuantityIsAskedAndNeverCountedByItself() {
        for (Adding adding : List.of(Adding.OFFERED, Adding.AUTOMATIC)) {
            FieldMerge stock = FieldMerge.of(
                    Rows.column("stock", Generation.NONE),
                    Value.of(43),
                    Value.of(40),
                    Value.of(40),
                    false,
                    ColumnRule.of(Form.WHOLE).adding(adding));
            assertThat(stock.change()).isEqualTo(Change.DECISION);
            assertThat(stock.quantity().map(Quantity::sum)).contains(Value.of(37));
        }
    }

    @Test
    void aChangeTypedAsAnAmountIsAddedToAnyOtherNumberWithoutAsking() {
        assertThat(added(37).settled()).contains(Value.of(35));
        assertThat(added(37).origin()).isEqualTo(new ValueOrigin.ByRule(Rule.QUANTITY));
        assertThat(added(38).settled()).as("two who took two each").contains(Value.of(36));
        assertThat(added(40).settled()).as("nobody else took any").contains(Value.of(38));
        FieldMerge noNumber = FieldMerge.of(
                Rows.column("stock", Generation.NONE),
                Value.of(40),
                Value.ofNull(),
                Value.of(38),
                false,
                true,
                ColumnRule.of(Form.WHOLE));
        assertThat(noNumber.change()).isEqualTo(Change.DECISION);
    }

    /** A stock of 40, of which the person took 2. */
    private static FieldMerge added(int theirs) {
        return FieldMerge.of(
                Rows.column("stock", Generation.NONE),
                Value.of(40),
                Value.of(theirs),
                Value.of(38),
                false,
                true,
                ColumnRule.of(Form.WHOLE));
    }

    @Test
    void aLineIsProseWhenItIsLongerThanANameOrAnAddress() {
        String middle = "m".repeat(ValueMerger.SHORT - 4);
        FieldMerge name = merge(PROSE, "a " + middle + " b", "A " + middle + " b", "a " + middle + " B");
        assertThat(name.change()).isEqualTo(Change.DECISION);
        FieldMerge prose = merge(PROSE, "a m" + middle + " b", "A m" + middle + " b", "a m" + middle + " B");
        assertThat(prose.settled()).contains(Value.of("A m" + middle + " B"));
    }

    @Test
    void linesThatASideDoesNotHaveAreNotThere() {
        Parts parts =
                merge(PROSE, "one\ntwo\n", "one\ntwo\nthree\n", "two\n").parts().orElseThrow();
        assertThat(parts.all())
                .containsExactly(
                        new Part("", Change.MINE, Optional.of("one\n"), Optional.of("one\n"), Optional.empty()),
                        new Part(
                                "", Change.UNCHANGED, Optional.of("two\n"), Optional.of("two\n"), Optional.of("two\n")),
                        new Part("", Change.THEIRS, Optional.empty(), Optional.of("three\n"), Optional.empty()));
    }

    @Test
    void linesAndItemsOfAListCanBeHadOfBothSidesPathsAndItemsOfASetCannot() {
        assertThat(conflict().parts().orElseThrow().both()).isTrue();
        assertThat(merge(ColumnRule.of(Form.LIST), "a,b", "a,c", "a,d")
                        .parts()
                        .orElseThrow()
                        .both())
                .isTrue();
        assertThat(merge(ColumnRule.of(Form.SET), "a", "a,b", "a,c")
                        .parts()
                        .orElseThrow()
                        .both())
                .isFalse();
        assertThat(merge(ColumnRule.of(Form.JSON), json("{}"), json("{\"a\":1}"), json("{\"b\":1}"))
                        .parts()
                        .orElseThrow()
                        .both())
                .isFalse();
    }
}
