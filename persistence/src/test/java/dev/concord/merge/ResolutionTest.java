package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResolutionTest {
    private static final Table TABLE = Rows.table("id", "city", "phone", "version");
    private static final Snapshot OPENED = Rows.snapshot(row("Dallas", "1", 1), 0);
    private static final Snapshot THEIRS = Rows.snapshot(row("Seattle", "2", 2), 3);

    private final Resolution open = Resolution.of(RecordMerge.of(
            TABLE, Rows.draft(OPENED, row("Houston", "3", 1)), THEIRS, Set.of("version"), MergeRules.DEFAULT));

    @Test
    void decisionsStartUndecided() {
        assertThat(open.undecided()).extracting(FieldMerge::name).containsExactly("city", "phone");
        assertThat(open.choices()).isEmpty();
    }

    @Test
    void anUndecidedMergeIsNoDraft() {
        assertThatThrownBy(() -> open.choose("city", new Choice.Mine()).toDraft())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("phone");
    }

    @Test
    void theDraftStandsOnTheDatabasesRowAndCarriesTheResultsOnly() {
        var draft = open.choose("city", new Choice.Mine())
                .choose("phone", new Choice.Theirs())
                .toDraft();
        assertThat(draft.base()).contains(THEIRS);
        assertThat(draft.changes()).isEqualTo(Row.of("city", Value.of("Houston")));
    }

    @Test
    void aTypedResultAndTheOpenedValueCanBeChosenToo() {
        var draft = open.choose("city", new Choice.Typed(Value.of("Austin")))
                .choose("phone", new Choice.Base())
                .toDraft();
        assertThat(draft.changes().values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("city", Value.of("Austin"), "phone", Value.of("1")));
    }

    @Test
    void aChoiceCanBeTakenBack() {
        assertThat(open.choose("city", new Choice.Mine()).without("city")).isEqualTo(open);
    }

    @Test
    void whatTheDatabaseSetsCannotBeChosen() {
        assertThatThrownBy(() -> open.choose("version", new Choice.Mine()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open.choose("nowhere", new Choice.Mine()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDecisionWhoseDatabaseValueStoodStillIsKept() {
        Resolution rebased = decided().rebase(newer("Seattle", "9"));
        assertThat(rebased.choice("city")).contains(new Choice.Mine());
        assertThat(rebased.undecided()).extracting(FieldMerge::name).containsExactly("phone");
        assertThat(rebased.moved()).containsOnlyKeys("phone");
    }

    @Test
    void aReopenedDecisionStandsOnTheDatabaseValueAlreadySeen() {
        Resolution typed = open.choose("city", new Choice.Typed(Value.of("Austin")));
        FieldMerge city =
                typed.rebase(newer("Portland", "2")).merge().field("city").orElseThrow();
        assertThat(city.base()).isEqualTo(Value.of("Seattle"));
        assertThat(city.theirs()).isEqualTo(Value.of("Portland"));
        assertThat(city.mine()).isEqualTo(Value.of("Austin"));
        assertThat(city.change()).isEqualTo(Change.DECISION);
    }

    @Test
    void whoeverChoseTheDatabasesValueIsAskedAgainWhenItMovesAndStillSeesTheirEdit() {
        FieldMerge phone =
                decided().rebase(newer("Seattle", "9")).merge().field("phone").orElseThrow();
        assertThat(phone.change()).isEqualTo(Change.DECISION);
        assertThat(phone.base()).isEqualTo(Value.of("2"));
        assertThat(phone.mine()).isEqualTo(Value.of("3"));
    }

    @Test
    void aMarkSaysWhenItWasReadAndWhenTheBaseHadBeenSeen() {
        LaterChange mark = decided().rebase(newer("Seattle", "9")).moved().get("phone");
        assertThat(mark).isEqualTo(new LaterChange(Rows.OPENED.plusSeconds(420), Optional.of(THEIRS.readAt())));
    }

    @Test
    void anUndecidedColumnThatMovesStaysUndecidedAndKeepsTheValueItWasOpenedWith() {
        Resolution rebased = open.rebase(newer("Portland", "2"));
        FieldMerge city = rebased.merge().field("city").orElseThrow();
        assertThat(city.base()).isEqualTo(Value.of("Dallas"));
        assertThat(rebased.undecided()).hasSize(2);
        assertThat(rebased.moved()).containsOnlyKeys("city");
    }

    @Test
    void aDatabaseThatMovesToTheResultNeedsNoDecision() {
        Resolution rebased = decided().rebase(newer("Houston", "2"));
        assertThat(rebased.merge().field("city").orElseThrow().change()).isEqualTo(Change.EQUAL);
        assertThat(rebased.undecided()).isEmpty();
        assertThat(rebased.toDraft().dirty()).isFalse();
    }

    @Test
    void aReopenedDecisionIsNeverMergedAwayByAThirdChange() {
        Resolution second = decided().rebase(newer("Seattle", "9"));
        Resolution third = second.rebase(Rows.snapshot(row("Seattle", "10", 4), 8));
        assertThat(third.undecided()).extracting(FieldMerge::name).containsExactly("phone");
        assertThat(third.choice("city")).contains(new Choice.Mine());
    }

    @Test
    void anEditNobodyCompetedForBecomesADecisionWhenTheDatabaseMoves() {
        Resolution alone = Resolution.of(RecordMerge.of(
                TABLE,
                Rows.draft(OPENED, row("Houston", "1", 1)),
                Rows.snapshot(row("Dallas", "2", 2), 3),
                Set.of("version"),
                MergeRules.DEFAULT));
        assertThat(alone.undecided()).isEmpty();
        Resolution rebased = alone.rebase(newer("Portland", "2"));
        assertThat(rebased.undecided()).extracting(FieldMerge::name).containsExactly("city");
        assertThat(rebased.moved()).containsOnlyKeys("city");
    }

    @Test
    void theVersionColumnMovesWithoutAMark() {
        Resolution rebased = decided().rebase(newer("Seattle", "2"));
        assertThat(rebased.moved()).isEmpty();
        assertThat(rebased.toDraft().changes().has("version")).isFalse();
    }

    @Test
    void aColumnAddedOrDroppedMeanwhileIsSurvived() {
        Snapshot added = Rows.snapshot(row("Seattle", "2", 3).with("fax", Value.of("5")), 7);
        Snapshot dropped = Rows.snapshot(row("Seattle", "2", 3).without("phone"), 7);
        assertThat(decided().rebase(added).merge().field("fax").orElseThrow().change())
                .isEqualTo(Change.THEIRS);
        assertThat(decided().rebase(dropped).moved()).containsOnlyKeys("phone");
        assertThat(decided().rebase(dropped).rebase(added).undecided())
                .extracting(FieldMerge::name)
                .containsExactly("phone");
    }

    @Test
    void decisionsAreTakenUpAgainWhereTheValuesAreTheSame() {
        Resolution later = Resolution.of(RecordMerge.of(
                TABLE,
                Rows.draft(OPENED, row("Houston", "4", 1)),
                newer("Seattle", "2"),
                Set.of("version"),
                MergeRules.DEFAULT));
        assertThat(later.resume(decided()).choices()).isEqualTo(Map.of("city", new Choice.Mine()));
    }

    private Resolution decided() {
        return open.choose("city", new Choice.Mine()).choose("phone", new Choice.Theirs());
    }

    private static Snapshot newer(String city, String phone) {
        return Rows.snapshot(row(city, phone, 3), 7);
    }

    private static Row row(String city, String phone, int version) {
        return Row.of("id", Value.of(4711))
                .with("city", Value.of(city))
                .with("phone", Value.of(phone))
                .with("version", Value.of(version));
    }
}
