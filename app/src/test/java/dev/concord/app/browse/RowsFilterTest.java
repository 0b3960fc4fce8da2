package dev.concord.app.browse;

import static dev.concord.app.browse.Shelves.TEXTS;
import static dev.concord.app.browse.Shelves.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.filter.FilterChip;
import dev.concord.app.filter.FilterEntry;
import dev.concord.app.filter.FilterModel;
import dev.concord.app.task.Job;
import dev.concord.app.task.Work;
import dev.concord.query.PageRequest.Sort;
import dev.concord.query.RowFilter;
import dev.concord.record.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows found by what is typed, over a real database. */
class RowsFilterTest {
    private final Shelves shelves = new Shelves();
    private final RowsModel model = new RowsModel(shelves.store, Work.immediate(), TEXTS);
    private final FilterModel filters = model.filters();

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> pauses = new ArrayDeque<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final Work slowly = Work.of(background::add, Runnable::run, (after, task) -> pauses.add(task), faults::add);
    private final RowsModel slow = new RowsModel(shelves.store, slowly, TEXTS);

    @AfterEach
    void close() {
        assertThat(faults).isEmpty();
        shelves.close();
    }

    @Test
    void conditionsOfSeveralColumnsHoldTogetherAndEachHasAChip() {
        model.show(shelves.table("GOODS"));
        type("NAME", "good 9");
        assertThat(model.rows()).hasSize(100);
        type("PRICE", "10..20");
        assertThat(ids()).containsExactlyElementsOf(range(40, 80));
        type("SOLD", "yes");
        assertThat(model.rows()).hasSize(21);
        assertThat(chips()).containsExactly("NAME contains “good 9”", "PRICE 10.00 to 20.00", "SOLD is Yes");
        filters.chips().getFirst().remove().run();
        filters.chips().getLast().remove().run();
        assertThat(chips()).containsExactly("PRICE 10.00 to 20.00");
        filters.clearAll();
        assertThat(model.rows()).hasSize(RowsModel.PAGE);
        assertThat(chips()).isEmpty();
        assertThat(entry("PRICE").typed().get()).isEmpty();
    }

    @Test
    void whatIsNoConditionIsSaidAndTheRowsStay() {
        model.show(shelves.table("GOODS"));
        type("PRICE", "10");
        assertThat(ids()).containsExactly(40L);
        type("PRICE", "10x");
        assertThat(ids()).containsExactly(40L);
        assertThat(entry("PRICE").problem().get()).isEqualTo("Not a number. Write it like 1500.25.");
        assertThat(chips()).containsExactly("PRICE is 10.00");
        type("NAME", "960");
        assertThat(ids()).containsExactly(40L);
        type("PRICE", "");
        assertThat(entry("PRICE").problem().get()).isEmpty();
        assertThat(ids()).containsExactly(40L);
    }

    @Test
    void whereNoRowMatchesTheConditionsAreNamed() {
        model.show(shelves.table("GOODS"));
        type("NAME", "x");
        assertThat(model.emptiness().get()).isEqualTo("No row matches: NAME contains “x”");
        filters.search().set("y");
        assertThat(model.emptiness().get()).isEqualTo("No row matches: NAME contains “x” and any text contains “y”");
        filters.clearAll();
        assertThat(model.rows()).isNotEmpty();
    }

    @Test
    void aTableComeBackToIsFilteredAsItWasLeft() {
        model.show(shelves.table("GOODS"));
        type("NAME", "good 95");
        filters.search().set("955");
        assertThat(ids()).containsExactly(45L);
        model.show(shelves.table("EMPTY_SHELF"));
        assertThat(model.filter().get()).isEqualTo(RowFilter.NONE);
        assertThat(chips()).isEmpty();
        assertThat(filters.search().get()).isEmpty();
        model.showNothing();
        model.show(shelves.table("GOODS"), shelves.store.page(RowsModel.firstPage(Shelves.GOODS)));
        assertThat(ids()).containsExactly(45L);
        assertThat(entry("NAME").typed().get()).isEqualTo("good 95");
        assertThat(filters.search().get()).isEqualTo("955");
    }

    @Test
    void sortingAndRefreshingKeepTheFilter() {
        model.show(shelves.table("GOODS"));
        type("PRICE", "<1");
        model.sortBy(List.of(new Sort("PRICE", false)));
        assertThat(ids()).containsExactly(3L, 2L, 1L);
        shelves.run("update goods set price = 5 where id = 2");
        model.refresh();
        assertThat(ids()).containsExactly(3L, 1L);
    }

    @Test
    void aRecordThatNoLongerFitsStaysAndIsMarkedUntilRefreshed() {
        model.show(shelves.table("GOODS"));
        type("PRICE", "<1");
        shelves.run("update goods set price = 5 where id = 2", "update goods set price = 0.1 where id = 3");
        model.put(shelves.read(2));
        model.put(shelves.read(3));
        assertThat(ids()).containsExactly(1L, 2L, 3L);
        assertThat(model.outside()).containsExactly(good(2));
        shelves.run("update goods set price = 0.2 where id = 2");
        model.put(shelves.read(2));
        assertThat(model.outside()).isEmpty();
        shelves.run("update goods set price = 5 where id = 2");
        model.put(shelves.read(2));
        model.refresh();
        assertThat(ids()).containsExactly(1L, 3L);
        assertThat(model.outside()).isEmpty();
    }

    @Test
    void withoutAFilterNobodyAsksWhetherARecordFits() {
        slow.show(shelves.table("GOODS"));
        drain();
        slow.put(shelves.read(2));
        assertThat(background).isEmpty();
    }

    @Test
    void rowsAreFilteredByTheValueOfACellOrWithoutIt() {
        model.show(shelves.table("GOODS"));
        filters.only("PRICE", Value.of(new java.math.BigDecimal("0.5")));
        assertThat(ids()).containsExactly(2L);
        assertThat(entry("PRICE").typed().get()).isEqualTo("=0.50");
        filters.clearAll();
        filters.only("REMARK", Value.ofNull());
        assertThat(model.rows()).hasSize(150);
        assertThat(chips()).containsExactly("REMARK is NULL");
        filters.allBut("REMARK", Value.ofNull());
        assertThat(chips()).containsExactly("REMARK is not NULL");
        filters.allBut("REMARK", Value.of("two\nlines"));
        assertThat(model.rows()).isEmpty();
        filters.clearAll();
        filters.allBut("REMARK", Value.of("two\nlines"));
        assertThat(model.rows()).hasSize(150);
        filters.clearAll();
        filters.allBut("ID", Value.of(1));
        filters.allBut("ID", Value.of(3));
        assertThat(entry("ID").typed().get()).isEqualTo("<>1; <>3");
        assertThat(ids()).startsWith(2L, 4L, 5L);
        filters.apply();
        assertThat(ids()).startsWith(2L, 4L, 5L);
    }

    @Test
    void aSearchLooksIntoEveryText() {
        model.show(shelves.table("GOODS"));
        filters.search().set("LINES");
        assertThat(model.rows()).hasSize(RowsModel.PAGE);
        assertThat(filters.hits("REMARK")).containsExactly("LINES");
        filters.search().set("good 955");
        assertThat(ids()).containsExactly(45L);
        filters.clearSearch();
        assertThat(filters.hits("REMARK")).isEmpty();
    }

    @Test
    void nothingIsAskedWhileSomebodyTypes() {
        slow.show(shelves.table("GOODS"));
        background.remove().run();
        slow.filters().search().set("g");
        slow.filters().search().set("go");
        slow.filters().search().set("good 955");
        assertThat(background).isEmpty();
        pass();
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(slow.rows()).hasSize(1);
    }

    @Test
    void aSearchUnderWayIsAbandonedWhenTypingGoesOn() {
        slow.show(shelves.table("GOODS"));
        background.remove().run();
        slow.filters().search().set("good");
        pass();
        Job first = slowly.running().getFirst();
        slow.filters().search().set("good 955");
        pass();
        assertThat(first.state().get()).isEqualTo(Job.State.ABANDONED);
        assertThat(slow.loading().get()).isTrue();
        assertThat(slow.count().get()).doesNotContain("stopped");
        drain();
        assertThat(slow.rows()).hasSize(1);
    }

    @Test
    void aSearchThatIsStoppedLeavesTheRowsAndSaysSo() {
        slow.show(shelves.table("GOODS"));
        background.remove().run();
        slow.filters().search().set("good 955");
        pass();
        slow.stop();
        drain();
        assertThat(slow.loading().get()).isFalse();
        assertThat(slow.rows()).hasSize(RowsModel.PAGE);
        assertThat(slow.count().get()).isEqualTo("200 rows loaded before reading stopped");
        slow.refresh();
        drain();
        assertThat(slow.rows()).hasSize(1);
    }

    @Test
    void theOpenRecordStaysSelectedUnderAFilterThatHidesIt() {
        model.show(shelves.table("GOODS"));
        model.select(java.util.Optional.of(good(2)));
        type("PRICE", ">100");
        assertThat(model.selected().get()).contains(good(2));
    }

    /** The pauses pass that were waited for. What they run in the background is not run yet, but for what says that they passed. */
    private void pass() {
        int waiting = background.size();
        while (!pauses.isEmpty()) {
            pauses.remove().run();
        }
        List<Runnable> before = new ArrayList<>();
        for (int i = 0; i < waiting; i++) {
            before.add(background.remove());
        }
        List<Runnable> passed = List.copyOf(background);
        background.clear();
        background.addAll(before);
        passed.forEach(Runnable::run);
    }

    private void drain() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private void type(String column, String text) {
        entry(column).typed().set(text);
    }

    private FilterEntry entry(String column) {
        return filters.entry(column).orElseThrow();
    }

    private List<String> chips() {
        return filters.chips().stream().map(FilterChip::sentence).toList();
    }

    private List<Long> ids() {
        return model.rows().stream()
                .map(row -> Long.valueOf(row.get("ID").text()))
                .toList();
    }

    private static List<Long> range(long first, long last) {
        return java.util.stream.LongStream.rangeClosed(first, last).boxed().toList();
    }
}
