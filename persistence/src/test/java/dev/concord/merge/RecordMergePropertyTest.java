package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordMergePropertyTest {
    private static final Table TABLE = Rows.table("id", "a", "b", "c", "d");

    @Property
    void mergingWithAnUnchangedEditGivesTheDatabase(@ForAll("rows") Row base, @ForAll("rows") Row theirs) {
        RecordMerge merge = merge(base, theirs, base);
        assertThat(merge.clean()).isTrue();
        assertThat(merge.merged().row()).isEqualTo(theirs);
    }

    @Property
    void mergingWithAnUnchangedDatabaseGivesTheEdit(@ForAll("rows") Row base, @ForAll("rows") Row mine) {
        RecordMerge merge = merge(base, base, mine);
        assertThat(merge.clean()).isTrue();
        assertThat(merge.merged().row()).isEqualTo(mine);
    }

    @Property
    void equalSidesGiveThatSide(@ForAll("rows") Row base, @ForAll("rows") Row both) {
        RecordMerge merge = merge(base, both, both);
        assertThat(merge.clean()).isTrue();
        assertThat(merge.merged().row()).isEqualTo(both);
        assertThat(merge.merged().dirty()).isFalse();
    }

    @Property
    void allMineIsTheEditExactly(@ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine) {
        assertThat(all(merge(base, theirs, mine), new Choice.Mine()).toDraft().row())
                .isEqualTo(mine);
    }

    @Property
    void allTheirsIsTheDatabaseExactly(@ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine) {
        Resolution resolution = all(merge(base, theirs, mine), new Choice.Theirs());
        assertThat(resolution.toDraft().row()).isEqualTo(theirs);
        assertThat(resolution.toDraft().dirty()).isFalse();
    }

    @Property
    void allBaseIsTheRowAsOpenedExactly(
            @ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine) {
        assertThat(all(merge(base, theirs, mine), new Choice.Base()).toDraft().row())
                .isEqualTo(base);
    }

    @Property
    void swappingTheSidesSwapsOnlyWhoDidIt(
            @ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine) {
        RecordMerge one = merge(base, theirs, mine);
        RecordMerge other = merge(base, mine, theirs);
        for (FieldMerge field : one.fields()) {
            FieldMerge swapped = other.field(field.name()).orElseThrow();
            assertThat(swapped.change()).isEqualTo(swap(field.change()));
            assertThat(swapped.settled()).isEqualTo(field.settled());
            assertThat(swapped.theirs()).isEqualTo(field.mine());
        }
    }

    @Property
    void noValueComesFromNowhere(@ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine) {
        for (FieldMerge field : merge(base, theirs, mine).fields()) {
            field.settled().ifPresent(value -> assertThat(value).isIn(field.theirs(), field.mine()));
            assertThat(field.settled().isEmpty()).isEqualTo(field.change() == Change.DECISION);
        }
    }

    @Property
    void rebasingOnTheSameRowKeepsEverything(
            @ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine) {
        Resolution decided = all(merge(base, theirs, mine), new Choice.Mine());
        Resolution rebased = decided.rebase(Rows.snapshot(theirs, 9));
        assertThat(rebased.choices()).isEqualTo(decided.choices());
        assertThat(rebased.moved()).isEmpty();
        assertThat(rebased.toDraft().row()).isEqualTo(decided.toDraft().row());
    }

    @Property
    void afterARebaseNoMovedDecisionIsMadeForThePerson(
            @ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine, @ForAll("rows") Row newer) {
        Resolution decided = all(merge(base, theirs, mine), new Choice.Theirs());
        Resolution rebased = decided.rebase(Rows.snapshot(newer, 9));
        for (FieldMerge before : decided.merge().decisions()) {
            boolean still = before.theirs().equals(newer.get(before.name()));
            assertThat(rebased.choice(before.name()).isPresent()).isEqualTo(still);
            assertThat(rebased.undecided().stream().anyMatch(f -> f.name().equals(before.name())))
                    .isEqualTo(!still);
        }
    }

    @Provide
    Arbitrary<Row> rows() {
        return values().list().ofSize(4).map(values -> Row.of("id", Value.of(4711))
                .with("a", values.get(0))
                .with("b", values.get(1))
                .with("c", values.get(2))
                .with("d", values.get(3)));
    }

    /** Few values, so that they meet; among them those that must not be confused with one another. */
    private static Arbitrary<Value> values() {
        return Arbitraries.of(
                Value.ofNull(),
                Value.of(""),
                Value.of("0"),
                Value.of(0),
                Value.of(false),
                Value.of(new BigDecimal("1.50")),
                Value.of("x"),
                Value.of("x "));
    }

    private static RecordMerge merge(Row base, Row theirs, Row mine) {
        Snapshot opened = Rows.snapshot(base, 0);
        return RecordMerge.of(TABLE, Rows.draft(opened, mine), Rows.snapshot(theirs, 5), Set.of(), MergeRules.DEFAULT);
    }

    private static Resolution all(RecordMerge merge, Choice choice) {
        Resolution resolution = Resolution.of(merge);
        for (FieldMerge field : merge.fields()) {
            resolution = resolution.choose(field.name(), choice);
        }
        return resolution;
    }

    private static Change swap(Change change) {
        return switch (change) {
            case MINE -> Change.THEIRS;
            case THEIRS -> Change.MINE;
            case UNCHANGED, EQUAL, MERGED, DECISION, SET_BY_DATABASE -> change;
        };
    }
}
