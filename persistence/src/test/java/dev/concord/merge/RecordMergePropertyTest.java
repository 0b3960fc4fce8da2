package dev.concord.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.MergeRules.Automatic;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every row under every rule: groups, forms, quantities, foreign and unique keys. */
class RecordMergePropertyTest {
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d");
    private static final Table TABLE = Rows.constrained(
            Stream.concat(Stream.of("id"), COLUMNS.stream())
                    .map(name -> Rows.column(name, Generation.NONE))
                    .toList(),
            List.of(new Key("unique", List.of("a", "b"), false)),
            List.of(new ForeignKey("foreign", List.of("b", "c"), Rows.ID, List.of("x", "y"))),
            List.of());
    private static final Table FREE = Rows.table(TABLE.columns());

    @Property
    void mergingWithAnUnchangedEditGivesTheDatabase(
            @ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("ways") Way way) {
        RecordMerge merge = way.merge(base, theirs, base);
        assertThat(merge.clean()).isTrue();
        assertThat(merge.merged().row()).isEqualTo(theirs);
    }

    @Property
    void mergingWithAnUnchangedDatabaseGivesTheEdit(
            @ForAll("rows") Row base, @ForAll("rows") Row mine, @ForAll("ways") Way way) {
        RecordMerge merge = way.merge(base, base, mine);
        assertThat(merge.clean()).isTrue();
        assertThat(merge.merged().row()).isEqualTo(mine);
    }

    /** But for quantities: two who took three each may have taken six, so they are asked; that side is one answer. */
    @Property
    void equalSidesGiveThatSide(@ForAll("rows") Row base, @ForAll("rows") Row both, @ForAll("ways") Way way) {
        RecordMerge merge = way.merge(base, both, both);
        assertThat(merge.decisions())
                .allMatch(field -> field.quantity().isPresent() || field.group().isPresent());
        Resolution resolution = Resolution.of(merge);
        for (FieldMerge field : merge.decisions()) {
            resolution = resolution.choose(field.name(), new Choice.Theirs());
        }
        assertThat(resolution.toDraft().row()).isEqualTo(both);
        assertThat(resolution.toDraft().dirty()).isFalse();
    }

    @Property
    void allOfOneSideIsThatSideExactly(
            @ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine, @ForAll("ways") Way way) {
        RecordMerge merge = way.merge(base, theirs, mine);
        assertThat(all(merge, new Choice.Base()).toDraft().row()).isEqualTo(base);
        assertThat(all(merge, new Choice.Mine()).toDraft().row()).isEqualTo(mine);
        assertThat(all(merge, new Choice.Theirs()).toDraft().row()).isEqualTo(theirs);
        assertThat(all(merge, new Choice.Theirs()).toDraft().dirty()).isFalse();
    }

    /**
     * Ties go to the database: of two changes of spacing theirs is kept, and what both added at one place is in the
     * order theirs, mine. So only the spacing and the order of a value merged by rule may differ.
     */
    @Property
    void swappingTheSidesSwapsOnlyWhoDidIt(
            @ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine, @ForAll("ways") Way way) {
        RecordMerge one = way.merge(base, theirs, mine);
        RecordMerge other = way.merge(base, mine, theirs);
        for (FieldMerge field : one.fields()) {
            FieldMerge swapped = other.field(field.name()).orElseThrow();
            assertThat(swapped.change()).isEqualTo(swap(field.change()));
            assertThat(swapped.group()).isEqualTo(field.group());
            assertThat(swapped.theirs()).isEqualTo(field.mine());
            if (field.change() == Change.MERGED) {
                assertThat(swapped.settled().map(RecordMergePropertyTest::characters))
                        .isEqualTo(field.settled().map(RecordMergePropertyTest::characters));
            } else {
                assertThat(swapped.settled()).isEqualTo(field.settled());
            }
        }
    }

    @Property
    void onlyARuleMakesAValueNeitherSideHas(
            @ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine, @ForAll("ways") Way way) {
        for (FieldMerge field : way.merge(base, theirs, mine).fields()) {
            assertThat(field.settled().isEmpty()).isEqualTo(field.change() == Change.DECISION);
            if (field.change() != Change.MERGED) {
                field.settled().ifPresent(value -> assertThat(value).isIn(field.theirs(), field.mine()));
            }
        }
    }

    @Property
    void aGroupBothTouchedIsDecidedInAllItsChangedColumnsOrNone(
            @ForAll("rows") Row base, @ForAll("rows") Row theirs, @ForAll("rows") Row mine, @ForAll("ways") Way way) {
        RecordMerge merge = way.merge(base, theirs, mine);
        for (ColumnGroup group : way.rules.groups()) {
            List<FieldMerge> touched = merge.fields().stream()
                    .filter(field -> group.columns().contains(field.name()))
                    .filter(field -> field.own() != Change.UNCHANGED)
                    .toList();
            boolean both = touched.size() > 1
                    && touched.stream().anyMatch(field -> !field.theirs().equals(field.base()))
                    && touched.stream().anyMatch(field -> !field.mine().equals(field.base()))
                    && touched.stream().anyMatch(field -> !field.mine().equals(field.theirs()));
            if (both) {
                assertThat(touched).allMatch(field -> field.change() == Change.DECISION);
                assertThat(touched.stream().map(FieldMerge::group).distinct()).hasSize(1);
            }
        }
    }

    @Property
    void rebasingOnTheSameRowKeepsEverything(
            @ForAll("rows") Row base,
            @ForAll("rows") Row theirs,
            @ForAll("rows") Row mine,
            @ForAll("choices") Choice choice,
            @ForAll("ways") Way way) {
        Resolution decided = all(way.merge(base, theirs, mine), choice);
        Resolution rebased = decided.rebase(Rows.snapshot(theirs, 9));
        assertThat(rebased.choices()).isEqualTo(decided.choices());
        assertThat(rebased.moved()).isEmpty();
        assertThat(rebased.toDraft().row()).isEqualTo(decided.toDraft().row());
    }

    @Property
    void whatWasDecidedStaysOrIsAskedAgain(
            @ForAll("rows") Row base,
            @ForAll("rows") Row theirs,
            @ForAll("rows") Row mine,
            @ForAll("rows") Row newer,
            @ForAll("choices") Choice choice,
            @ForAll("ways") Way way) {
        Resolution decided = all(way.merge(base, theirs, mine), choice);
        Resolution rebased = decided.rebase(Rows.snapshot(newer, 9));
        for (FieldMerge before : decided.merge().fields()) {
            FieldMerge after = rebased.merge().field(before.name()).orElseThrow();
            Optional<Value> result = rebased.result(after);
            assertThat(result.or(() -> decided.result(before))).isEqualTo(decided.result(before));
            boolean stood = before.theirs().equals(after.theirs());
            assertThat(rebased.moved().containsKey(before.name())).isEqualTo(!stood);
            assertThat(!stood && rebased.choice(before.name()).isPresent()).isFalse();
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

    @Provide
    Arbitrary<Choice> choices() {
        return Arbitraries.of(new Choice.Base(), new Choice.Theirs(), new Choice.Mine());
    }

    /** A table and how its rows are merged. */
    record Way(Table table, MergeRules rules) {

        RecordMerge merge(Row base, Row theirs, Row mine) {
            Snapshot opened = Rows.snapshot(base, 0);
            return RecordMerge.of(table, Rows.draft(opened, mine), Rows.snapshot(theirs, 5), Set.of(), rules);
        }
    }

    @Provide
    Arbitrary<Way> ways() {
        Arbitrary<ColumnGroup> groups = Arbitraries.of(COLUMNS)
                .set()
                .ofMinSize(2)
                .map(columns -> new ColumnGroup(ColumnGroup.Origin.CONFIGURED, "own", List.copyOf(columns)));
        Arbitrary<ColumnRule> columns = Combinators.combine(Arbitraries.of(Form.class), Arbitraries.of(Adding.class))
                .as((form, adding) -> ColumnRule.of(form).adding(adding));
        return Combinators.combine(
                        Arbitraries.of(TABLE, FREE),
                        Arbitraries.of(Automatic.class),
                        groups.list().ofMaxSize(2),
                        columns.list().ofSize(COLUMNS.size()))
                .as((table, automatic, own, rules) -> {
                    MergeRules all = MergeRules.DEFAULT.withAutomatic(automatic).withGroups(own);
                    for (int i = 0; i < rules.size(); i++) {
                        all = all.with(COLUMNS.get(i), rules.get(i));
                    }
                    return new Way(table, all);
                });
    }

    /** Few values, so that they meet; among them those that must not be confused with one another. */
    private static Arbitrary<Value> values() {
        return Arbitraries.of(
                Value.ofNull(),
                Value.of(""),
                Value.of("0"),
                Value.of(0),
                Value.of(7),
                Value.of(false),
                Value.of(new BigDecimal("1.50")),
                Value.of("x"),
                Value.of("x "),
                Value.of("x\ny\nz\n"),
                Value.of("w\ny\nz\n"),
                Value.of("x\ny\nv\n"),
                Value.of("x\r\ny\r\nz\r\n"),
                Value.of("1,2,3"),
                Value.of("2,3"),
                Value.of("1,2,4"),
                new Value.Json("{\"a\":1,\"b\":1}"),
                new Value.Json("{\"a\":2,\"b\":1}"),
                new Value.Json("{\"b\":2, \"a\":1}"));
    }

    private static String characters(Value value) {
        return value.text()
                .codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
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
