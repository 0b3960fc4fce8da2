package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Table;
import dev.concord.merge.DecisionPattern.Kind;
import dev.concord.merge.DecisionPattern.Place;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionPatternTest {
    private static final Table TABLE = Rows.table("id", "city", "phone");

    private final RecordMerge texas = merge("Dallas", "Seattle", "Houston");
    private final RecordMerge ohio = merge("Akron", "Boston", "Toledo");

    @Test
    void theSameColumnsDifferingInTheSameWayAreOnePattern() {
        assertThat(DecisionPattern.of(texas)).isEqualTo(DecisionPattern.of(ohio));
        assertThat(DecisionPattern.of(texas).places()).containsExactly(new Place("city", Kind.BOTH));
    }

    @Test
    void takingAValueAwayIsAnotherPatternThanChangingIt() {
        assertThat(DecisionPattern.of(merge("Dallas", "Seattle", null)).places())
                .containsExactly(new Place("city", Kind.EMPTIED_BY_EDIT));
        assertThat(DecisionPattern.of(merge("Dallas", null, "Houston")).places())
                .containsExactly(new Place("city", Kind.EMPTIED_IN_DATABASE));
    }

    @Test
    void aChosenSideIsTheOthersOwnValueAndATypedOneTheSameForAll() {
        assertThat(carried(new Choice.Mine(), ohio)).isEqualTo(Value.of("Toledo"));
        assertThat(carried(new Choice.Base(), ohio)).isEqualTo(Value.of("Akron"));
        assertThat(carried(new Choice.Typed(Value.of("Here")), ohio)).isEqualTo(Value.of("Here"));
    }

    @Test
    void nothingIsCarriedToAnotherPatternOrFromAnAnswerToParts() {
        DecisionPattern pattern = DecisionPattern.of(texas);
        Resolution open = Resolution.of(texas);
        assertThat(pattern.carry(open.choose("city", new Choice.Mine()), merge("Dallas", "Seattle", null)))
                .isEmpty();
        assertThat(pattern.carry(open.choose("city", new Choice.InParts(Map.of())), ohio))
                .isEmpty();
        assertThat(pattern.carry(open, ohio)).isEmpty();
    }

    private Value carried(Choice choice, RecordMerge to) {
        Resolution decided = Resolution.of(texas).choose("city", choice);
        return DecisionPattern.of(texas)
                .carry(decided, to)
                .orElseThrow()
                .toDraft()
                .get("city");
    }

    private static RecordMerge merge(String base, @Nullable String theirs, @Nullable String mine) {
        var opened = Rows.snapshot(row(value(base)), 0);
        return RecordMerge.of(
                TABLE,
                Rows.draft(opened, row(value(mine))),
                Rows.snapshot(row(value(theirs)), 1),
                Set.of(),
                MergeRules.DEFAULT.with("city", ColumnRule.of(ColumnRule.Form.WHOLE)));
    }

    private static Value value(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }

    private static Row row(Value city) {
        return Row.of("id", Value.of(4711)).with("city", city).with("phone", Value.of("1"));
    }

    /** A sum of texts has no value, so nothing is decided by it. */
    @Test
    void aChoiceThatGivesTheOtherRecordNoValueIsNotCarried() {
        assertThat(DecisionPattern.of(texas).carry(Resolution.of(texas).choose("city", new Choice.Sum()), ohio))
                .isEmpty();
    }

    @Test
    void answersToPartsAreNotCarriedEvenIfTheyWouldFit() {
        RecordMerge one = lines("a\nb\nc\n");
        RecordMerge other = lines("d\nb\nf\n");
        int place = one.field("city")
                .orElseThrow()
                .parts()
                .orElseThrow()
                .decisions()
                .getFirst();
        Resolution decided =
                Resolution.of(one).choose("city", new Choice.InParts(Map.of(place, new PartAnswer.Mine())));
        DecisionPattern pattern = DecisionPattern.of(one);
        assertThat(pattern.places()).containsExactly(new Place("city", Kind.PARTS));
        assertThat(pattern).isEqualTo(DecisionPattern.of(other));
        assertThat(decided.undecided()).isEmpty();
        assertThat(pattern.carry(decided, other)).isEmpty();
    }

    private static RecordMerge lines(String base) {
        return RecordMerge.of(
                TABLE,
                Rows.draft(Rows.snapshot(row(Value.of(base)), 0), row(Value.of(base.replace("b", "mine")))),
                Rows.snapshot(row(Value.of(base.replace("b", "theirs"))), 1),
                Set.of(),
                MergeRules.DEFAULT);
    }
}
