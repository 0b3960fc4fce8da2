package dev.concord.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.query.PageRequest.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableLayoutTest {
    private static final List<String> COLUMNS = List.of("id", "name", "price", "sold");
    private static final TableLayout USUAL = TableLayout.NONE.reconciled(COLUMNS);

    @Test
    void aTableThatNobodyHasChangedIsShownAsItIs() {
        assertThat(USUAL.shown()).isEqualTo(COLUMNS);
        assertThat(USUAL.order()).isEmpty();
    }

    @Test
    void newColumnsComeLastAndThoseThatAreGoneAreLeftOut() {
        TableLayout kept = new TableLayout(
                List.of("sold", "old", "id", "name"),
                Set.of("old", "name"),
                Map.of("old", 90.0, "id", 70.0),
                List.of(new Sort("old", true), new Sort("name", false)),
                2);
        TableLayout now = kept.reconciled(List.of("id", "name", "price", "sold", "new"));
        assertThat(now.columns()).containsExactly("sold", "id", "name", "price", "new");
        assertThat(now.hidden()).containsExactly("name");
        assertThat(now.widths()).containsExactly(Map.entry("id", 70.0));
        assertThat(now.order()).containsExactly(new Sort("name", false));
        assertThat(now.frozen()).as("sold and id were").isEqualTo(2);
        assertThat(kept.reconciled(List.of("name", "id", "new")).frozen()).isEqualTo(1);
    }

    @Test
    void columnsFrozenStayFrozenWhenOthersAreHiddenAndShown() {
        TableLayout frozen = USUAL.freezing("price");
        assertThat(COLUMNS.stream().filter(frozen::freezes)).containsExactly("id", "name", "price");
        TableLayout hiding = frozen.hiding("name").hiding("sold");
        assertThat(COLUMNS.stream().filter(hiding::freezes)).containsExactly("id", "price");
        assertThat(hiding.showing("name")).isEqualTo(frozen.hiding("sold"));
        assertThat(hiding.showing("sold").showing("sold").frozen()).isEqualTo(2);
        assertThat(hiding.showingAll()).isEqualTo(frozen);
        assertThat(frozen.hiding("price").showingAll().frozen()).isEqualTo(2);
        assertThat(frozen.sameArrangement(USUAL)).isFalse();
        assertThat(frozen.unfreezing()).isEqualTo(USUAL);
    }

    /** Whatever is kept, and whatever became of the table. */
    @Test
    void whatIsReconciledFitsTheTable() {
        Random random = new Random(25);
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g");
        for (int run = 0; run < 3000; run++) {
            List<String> present = some(random, names).stream().distinct().toList();
            TableLayout now = anyLayout(random, names).reconciled(present);
            assertThat(now.columns()).containsExactlyInAnyOrderElementsOf(present);
            assertThat(now.columns()).containsAll(now.hidden());
            assertThat(now.shown().isEmpty()).isEqualTo(present.isEmpty());
            assertThat(present).containsAll(now.widths().keySet());
            assertThat(now.widths().values()).allMatch(width -> width >= 20 && width <= 4000);
            assertThat(now.order().stream().map(Sort::column)).doesNotHaveDuplicates();
            assertThat(present)
                    .containsAll(now.order().stream().map(Sort::column).toList());
            assertThat(now.reconciled(present)).isEqualTo(now);
            assertThat(now.frozen()).isBetween(0, now.shown().size());
        }
    }

    private static TableLayout anyLayout(Random random, List<String> names) {
        Map<String, Double> widths = new HashMap<>();
        some(random, names)
                .forEach(name -> widths.put(
                        name,
                        switch (random.nextInt(4)) {
                            case 0 -> Double.NaN;
                            case 1 -> Double.POSITIVE_INFINITY;
                            case 2 -> -5.0;
                            default -> random.nextDouble(0, 9000);
                        }));
        return new TableLayout(
                some(random, names),
                new HashSet<>(some(random, names)),
                widths,
                some(random, names).stream()
                        .map(name -> new Sort(name, random.nextBoolean()))
                        .toList(),
                random.nextInt(-2, 9));
    }

    /** Any of the names in any order, some of them twice. */
    private static List<String> some(Random random, List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.addAll(names);
        Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(all.size()));
    }

    @Test
    void theLastColumnShownStays() {
        TableLayout alone = USUAL.hiding("id").hiding("name").hiding("sold").hiding("price");
        assertThat(alone.shown()).containsExactly("price");
        assertThat(alone.showing("id").shown()).containsExactly("id", "price");
        assertThat(alone.showingAll()).isEqualTo(USUAL);
    }

    @Test
    void aColumnTakesThePlaceOfAnother() {
        assertThat(USUAL.moving("sold", "name").columns()).containsExactly("id", "sold", "name", "price");
        assertThat(USUAL.moving("id", "price").columns()).containsExactly("name", "price", "id", "sold");
        assertThat(USUAL.moving("id", "gone")).isEqualTo(USUAL);
        assertThat(USUAL.moving("gone", "id")).isEqualTo(USUAL);
    }

    @Test
    void aWidthIsGivenAndTakenBack() {
        assertThat(USUAL.widening("name", 3).widths()).containsExactly(Map.entry("name", 20.0));
        assertThat(USUAL.widening("name", 300).fitting("name")).isEqualTo(USUAL);
        assertThat(USUAL.widening("name", 300).sameArrangement(USUAL)).isTrue();
        assertThat(USUAL.sorted(List.of(new Sort("name", true))).sameArrangement(USUAL))
                .isFalse();
    }

    @Test
    void aViewTakesThePlaceOfTheOneWithItsName() {
        SavedView open = new SavedView("Open", Map.of("sold", "no"), "", USUAL);
        SavedView again = new SavedView("open", Map.of(), "x", USUAL);
        TableViews views = TableViews.NONE.keeping(new SavedView("Zone", Map.of(), "", USUAL));
        assertThat(views.keeping(open).saved().stream().map(SavedView::name)).containsExactly("Open", "Zone");
        assertThat(views.keeping(open).keeping(again).find("OPEN")).contains(again);
        assertThat(views.keeping(open).forgetting("oPEN")).isEqualTo(views);
    }

    @Test
    void whatIsLookedForIsInNoTextOfAView() {
        assertThat(new SavedView("Open", Map.of("name", "nowak"), "vienna", USUAL).toString())
                .doesNotContain("nowak", "vienna");
    }
}
