package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.catalog.Check;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.merge.MergeRules.Automatic;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final List<String> NAMES = List.of(
            "id", "tenant", "email", "code", "country", "region", "start", "end", "amount", "currency", "note", "fax");
    private static final Table TABLE = Rows.constrained(
            Stream.concat(NAMES.stream().map(GroupTest::column), Stream.of(Rows.column("total", Generation.COMPUTED)))
                    .toList(),
            List.of(
                    new Key("email_key", List.of("tenant", "email"), false),
                    new Key("code_key", List.of("tenant", "code"), false)),
            List.of(new ForeignKey("region_fk", List.of("country", "region"), Rows.ID, List.of("c", "r"))),
            List.of(
                    new Check("period", "start < end", List.of("end", "start")),
                    new Check("totals", "total > amount", List.of("total", "amount"))));
    private static final ColumnGroup MONEY =
            new ColumnGroup(ColumnGroup.Origin.CONFIGURED, "Money", List.of("amount", "currency"));
    private static final MergeRules RULES = MergeRules.DEFAULT.withGroups(List.of(MONEY));

    @Test
    void columnsOfAGroupBothTouchedAreOneDecisionEvenWhereTheyDiffer() {
        RecordMerge merge = merge(RULES, Map.of("amount", "5"), Map.of("currency", "EUR"));
        assertThat(decisions(merge)).containsExactly("amount", "currency");
        assertThat(merge.field("amount").orElseThrow().group()).contains(MONEY);
        assertThat(merge.field("amount").orElseThrow().own()).isEqualTo(Change.THEIRS);
    }

    @Test
    void constraintsMakeGroups() {
        assertThat(group(Map.of("country", "x"), Map.of("region", "y")).name()).isEqualTo("region_fk");
        assertThat(group(Map.of("start", "x"), Map.of("end", "y")).columns()).containsExactly("start", "end");
        assertThat(group(Map.of("tenant", "x"), Map.of("email", "y")).origin())
                .isEqualTo(ColumnGroup.Origin.UNIQUE_KEY);
    }

    @Test
    void aGroupOnlyOneSideTouchedIsMerged() {
        assertThat(merge(RULES, Map.of("amount", "5", "currency", "EUR"), Map.of("start", "1"))
                        .clean())
                .isTrue();
    }

    @Test
    void theVerySameChangesOfAGroupAreNoDecision() {
        Map<String, String> both = Map.of("amount", "5", "currency", "EUR");
        assertThat(merge(RULES, both, both).clean()).isTrue();
    }

    @Test
    void theSameChangeAndOneMoreAreADecision() {
        RecordMerge merge = merge(RULES, Map.of("amount", "5"), Map.of("amount", "5", "currency", "EUR"));
        assertThat(decisions(merge)).containsExactly("amount", "currency");
    }

    @Test
    void oneColumnThatChangedIsItsOwnAffair() {
        RecordMerge merge = merge(RULES, Map.of("amount", "5"), Map.of("amount", "6"));
        assertThat(merge.field("amount").orElseThrow().group()).isEmpty();
        assertThat(decisions(merge)).containsExactly("amount");
    }

    @Test
    void groupsThatShareAChangedColumnAreOne() {
        RecordMerge merge = merge(RULES, Map.of("tenant", "x"), Map.of("email", "y", "code", "z"));
        assertThat(decisions(merge)).containsExactly("tenant", "email", "code");
        assertThat(merge.field("code").orElseThrow().group())
                .hasValueSatisfying(group -> assertThat(group.columns()).containsExactly("tenant", "email", "code"));
    }

    @Test
    void groupsThatShareOnlyAColumnNobodyChangedAreApart() {
        assertThat(merge(RULES, Map.of("email", "y"), Map.of("code", "z")).clean())
                .isTrue();
    }

    @Test
    void whatNobodyWritesIsInNoGroup() {
        assertThat(merge(RULES, Map.of("total", "9"), Map.of("amount", "5")).clean())
                .isTrue();
        Snapshot opened = Rows.snapshot(row(Map.of()), 0);
        RecordMerge versioned = RecordMerge.of(
                TABLE,
                Rows.draft(opened, row(Map.of("start", "5"))),
                Rows.snapshot(row(Map.of("end", "7")), 3),
                Set.of("end"),
                RULES);
        assertThat(versioned.clean()).isTrue();
    }

    @Test
    void aMergeByGroupTakesAllOtherColumnsForOne() {
        MergeRules byGroup = RULES.withAutomatic(Automatic.BY_GROUP);
        RecordMerge merge = merge(byGroup, Map.of("note", "x"), Map.of("fax", "y"));
        assertThat(decisions(merge)).containsExactly("note", "fax");
        ColumnGroup rest = merge.field("fax").orElseThrow().group().orElseThrow();
        assertThat(rest.origin()).isEqualTo(ColumnGroup.Origin.REST);
        assertThat(Resolution.of(merge).split(rest).undecided()).isEmpty();
        assertThat(merge(byGroup, Map.of("note", "x"), Map.of("amount", "5")).automatic())
                .isTrue();
    }

    @Test
    void aTableThatMergesNothingShowsACleanMerge() {
        RecordMerge merge = merge(RULES.withAutomatic(Automatic.NOTHING), Map.of("note", "x"), Map.of("fax", "y"));
        assertThat(merge.clean()).isTrue();
        assertThat(merge.automatic()).isFalse();
    }

    @Test
    void choosingASideOfOneColumnChoosesItForTheGroup() {
        Resolution mine = money().choose("amount", new Choice.Mine());
        assertThat(mine.undecided()).isEmpty();
        assertThat(mine.toDraft().row()).isEqualTo(row(Map.of("currency", "EUR")));
        assertThat(mine.choose("currency", new Choice.Theirs()).toDraft().dirty())
                .isFalse();
        assertThat(mine.without("currency")).isEqualTo(money());
    }

    @Test
    void aTypedValueDecidesItsOwnColumnOnly() {
        Resolution typed = money().choose("amount", new Choice.Typed(Value.of("7")));
        assertThat(typed.undecided()).extracting(FieldMerge::name).containsExactly("currency");
        assertThat(typed.choose("currency", new Choice.Mine()).choice("amount")).contains(new Choice.Mine());
    }

    @Test
    void aSplitGroupIsDecidedColumnByColumn() {
        Resolution split = money().split(MONEY);
        assertThat(split.undecided()).isEmpty();
        assertThat(split.merge().merged().row()).isEqualTo(row(Map.of("amount", "5", "currency", "EUR")));
        assertThat(split.rebase(snapshot(Map.of("amount", "6"), 7)).undecided()).isEmpty();
        assertThat(split.restored(Map.of(), Set.of())).isEqualTo(money());
    }

    @Test
    void restoringPutsEveryChoiceBackForItself() {
        Resolution before = money().choose("amount", new Choice.Typed(Value.of("7")));
        Resolution after = before.choose("currency", new Choice.Mine()).split(MONEY);
        assertThat(after.restored(
                        Map.of("amount", before.choice("amount"), "currency", Optional.empty()), before.split()))
                .isEqualTo(before);
    }

    @Test
    void aForeignKeyCannotBeSplit() {
        RecordMerge merge = merge(RULES, Map.of("country", "x"), Map.of("region", "y"));
        Resolution open = Resolution.of(merge);
        ColumnGroup key = merge.field("region").orElseThrow().group().orElseThrow();
        assertThat(key.splittable()).isFalse();
        assertThatThrownBy(() -> open.split(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aForeignKeyInAGroupStaysTogetherWhenThatIsSplit() {
        ColumnGroup address =
                new ColumnGroup(ColumnGroup.Origin.CONFIGURED, "Address", List.of("country", "region", "note"));
        RecordMerge merge = merge(
                MergeRules.DEFAULT.withGroups(List.of(address)),
                Map.of("country", "x", "note", "z"),
                Map.of("region", "y"));
        assertThat(merge.field("note").orElseThrow().group()).contains(address);
        Resolution split = Resolution.of(merge).split(address);
        assertThat(split.undecided()).extracting(FieldMerge::name).containsExactly("country", "region");
    }

    @Test
    void aGroupIsReopenedWhenOneOfItsColumnsMoved() {
        Resolution rebased = money().choose("amount", new Choice.Mine()).rebase(snapshot(Map.of("amount", "6"), 7));
        assertThat(rebased.choices()).isEmpty();
        assertThat(rebased.undecided()).extracting(FieldMerge::name).containsExactly("amount", "currency");
        assertThat(rebased.moved()).containsOnlyKeys("amount");
    }

    @Test
    void aGroupIsKeptWhenAnotherColumnMoved() {
        Resolution rebased =
                money().choose("amount", new Choice.Mine()).rebase(snapshot(Map.of("amount", "5", "note", "new"), 7));
        assertThat(rebased.undecided()).isEmpty();
        assertThat(rebased.choice("currency")).contains(new Choice.Mine());
        assertThat(rebased.result(rebased.merge().field("note").orElseThrow())).contains(Value.of("new"));
    }

    @Test
    void whatWasTypedInAReopenedGroupIsTheEditNow() {
        Resolution typed =
                money().choose("amount", new Choice.Mine()).choose("currency", new Choice.Typed(Value.of("GBP")));
        FieldMerge currency = typed.rebase(snapshot(Map.of("amount", "6"), 7))
                .merge()
                .field("currency")
                .orElseThrow();
        assertThat(currency.mine()).isEqualTo(Value.of("GBP"));
        assertThat(currency.settled()).isEmpty();
    }

    @Test
    void aDecisionIsNotTakenBackUnseenWhenItsGroupFallsApart() {
        Resolution chosen = Resolution.of(merge(RULES, Map.of("amount", "5"), Map.of("currency", "EUR")))
                .choose("currency", new Choice.Typed(Value.of("GBP")));
        Resolution rebased = chosen.rebase(snapshot(Map.of(), 7));
        assertThat(rebased.merge().field("currency").orElseThrow().mine()).isEqualTo(Value.of("GBP"));
        assertThat(rebased.toDraft().row()).isEqualTo(row(Map.of("currency", "GBP")));
        Resolution kept = Resolution.of(merge(RULES, Map.of("amount", "5"), Map.of("currency", "EUR")))
                .restored(Map.of("currency", Optional.of(new Choice.Base())), Set.of());
        assertThat(kept.rebase(snapshot(Map.of(), 7)).undecided())
                .extracting(FieldMerge::name)
                .containsExactly("currency");
    }

    @Test
    void aGroupIsTakenUpAgainOnlyWhereAllOfItIsTheSame() {
        Resolution decided = money().choose("amount", new Choice.Mine());
        assertThat(money().resume(decided)).isEqualTo(decided);
        assertThat(Resolution.of(merge(RULES, Map.of("amount", "6"), Map.of("currency", "EUR")))
                        .resume(decided)
                        .choices())
                .isEmpty();
        assertThat(money().resume(money().split(MONEY)).split()).containsExactly(MONEY);
    }

    private static Resolution money() {
        return Resolution.of(merge(RULES, Map.of("amount", "5"), Map.of("currency", "EUR")));
    }

    private static ColumnGroup group(Map<String, String> theirs, Map<String, String> mine) {
        return merge(RULES, theirs, mine).decisions().getFirst().group().orElseThrow();
    }

    private static List<String> decisions(RecordMerge merge) {
        return merge.decisions().stream().map(FieldMerge::name).toList();
    }

    private static RecordMerge merge(MergeRules rules, Map<String, String> theirs, Map<String, String> mine) {
        Snapshot opened = snapshot(Map.of(), 0);
        return RecordMerge.of(TABLE, Rows.draft(opened, row(mine)), snapshot(theirs, 3), Set.of(), rules);
    }

    private static Snapshot snapshot(Map<String, String> changes, int minutes) {
        return Rows.snapshot(row(changes), minutes);
    }

    private static Row row(Map<String, String> changes) {
        Row row = Row.of("id", Value.of(4711));
        for (String name : NAMES.subList(1, NAMES.size())) {
            row = row.with(name, Value.of(changes.getOrDefault(name, "old")));
        }
        return row.with("total", Value.of(changes.getOrDefault("total", "old")));
    }

    private static Column column(String name) {
        return Rows.column(name, Generation.NONE);
    }

    @Test
    void aColumnTheDatabaseComputesIsInNoGroup() {
        ColumnGroup sum = new ColumnGroup(ColumnGroup.Origin.CONFIGURED, "Sum", List.of("amount", "currency", "total"));
        RecordMerge merge =
                merge(MergeRules.DEFAULT.withGroups(List.of(sum)), Map.of("amount", "5"), Map.of("currency", "EUR"));
        assertThat(merge.decisions().getFirst().group().orElseThrow().columns()).containsExactly("amount", "currency");
    }

    @Test
    void aMergeWithADecisionIsNeitherCleanNorSavedUnseen() {
        RecordMerge merge = merge(RULES, Map.of("note", "x"), Map.of("note", "y"));
        assertThat(merge.clean()).isFalse();
        assertThat(merge.automatic()).isFalse();
    }

    @Test
    void columnsOfAForeignKeyThatTheUserPutTogetherTooAreStillNotSplit() {
        ColumnGroup place = new ColumnGroup(ColumnGroup.Origin.CONFIGURED, "Place", List.of("country", "region"));
        ColumnGroup group = merge(
                        MergeRules.DEFAULT.withGroups(List.of(place)), Map.of("country", "x"), Map.of("region", "y"))
                .decisions()
                .getFirst()
                .group()
                .orElseThrow();
        assertThat(group.origin()).isEqualTo(ColumnGroup.Origin.FOREIGN_KEY);
        assertThat(group.splittable()).isFalse();
    }
}
