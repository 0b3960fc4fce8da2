package dev.concord.app.browse;

import static dev.concord.app.browse.Shelves.ROWS;
import static dev.concord.app.browse.Shelves.TEXTS;
import static dev.concord.app.browse.Shelves.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.RowEstimate;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.outcome.Outcome;
import dev.concord.query.ColumnCondition;
import dev.concord.query.PageRequest.Sort;
import dev.concord.query.RowFilter;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowsModelTest {
    private final Shelves shelves = new Shelves();
    private final RowsModel model = new RowsModel(shelves.store, Work.immediate(), TEXTS);

    private final Queue<Runnable> asked = new ArrayDeque<>();
    private final List<Throwable> faults = new ArrayList<>();
    private final Work slowly = Work.of(asked::add, Runnable::run, faults::add);
    private final RowsModel slow = new RowsModel(shelves.store, slowly, TEXTS);

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void theFirstPageIsShownAndNothingIsCounted() {
        model.show(shelves.table("GOODS"));
        assertThat(model.rows()).hasSize(RowsModel.PAGE);
        assertThat(model.count().get()).isEqualTo("200 rows loaded, more below");
        assertThat(model.loading().get()).isFalse();
    }

    @Test
    void everyRowIsReachedOncePageByPage() {
        model.show(shelves.table("GOODS"));
        model.loadMore();
        model.loadMore();
        model.loadMore();
        assertThat(model.rows()).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(model.count().get()).isEqualTo("450 rows");
    }

    @Test
    void aPageReadBeforehandIsShownAtOnceAndPagedOn() {
        slow.show(shelves.table("GOODS"), shelves.store.page(RowsModel.firstPage(Shelves.GOODS)));
        assertThat(slow.rows()).hasSize(RowsModel.PAGE);
        assertThat(slow.count().get()).isEqualTo("200 rows loaded, more below");
        assertThat(slow.loading().get()).isFalse();
        assertThat(asked).isEmpty();
        slow.loadMore();
        asked.remove().run();
        assertThat(slow.rows()).hasSize(2 * RowsModel.PAGE).doesNotHaveDuplicates();
    }

    @Test
    void aPageReadBeforehandIsNotReplacedByTheAnswerOfATableLeft() {
        slow.show(shelves.table("EMPTY_SHELF"));
        slow.show(shelves.table("GOODS"), shelves.store.page(RowsModel.firstPage(Shelves.GOODS)));
        asked.remove().run();
        assertThat(slow.rows()).hasSize(RowsModel.PAGE);
    }

    @Test
    void onlyTheRowsOfAFilterAreShownUntilAnotherTableIs() {
        model.show(shelves.table("GOODS"));
        RowFilter filter = new RowFilter(
                List.of(new ColumnCondition("NAME", List.of(new ColumnCondition.Contains("good 99")))), "");
        model.filterBy(filter);
        assertThat(model.rows()).hasSize(10);
        model.refresh();
        assertThat(model.rows()).hasSize(10);
        model.show(shelves.table("GOODS"));
        assertThat(model.filter().get()).isEqualTo(RowFilter.NONE);
        assertThat(model.rows()).hasSize(RowsModel.PAGE);
    }

    @Test
    void theLastRowIsReachedAtOnceAndTheRowsBeforeItFollow() {
        model.show(shelves.table("GOODS"));
        Row first = model.rows().getFirst();
        model.goToLast(false);
        assertThat(model.rows()).hasSize(RowsModel.PAGE);
        assertThat(model.selected().get()).isEqualTo(model.keyOf(model.rows().getLast()));
        assertThat(model.count().get()).isEqualTo("200 rows loaded, more above");
        model.loadMore();
        assertThat(model.rows()).hasSize(RowsModel.PAGE);
        model.loadBefore();
        model.loadBefore();
        assertThat(model.rows()).hasSize(ROWS).doesNotHaveDuplicates().startsWith(first);
        model.goToFirst(false);
        assertThat(model.selected().get()).isEqualTo(model.keyOf(first));
    }

    @Test
    void refreshingStaysAtTheRowsShown() {
        model.show(shelves.table("GOODS"));
        model.goToLast(false);
        List<Row> shown = List.copyOf(model.rows());
        model.refresh();
        assertThat(model.rows()).isEqualTo(shown);
        model.loadBefore();
        assertThat(model.rows()).hasSize(2 * RowsModel.PAGE);
    }

    @Test
    void theRowsAroundARecordThatIsNotLoadedAreShown() {
        model.show(shelves.table("GOODS"));
        model.sortBy(List.of(new Sort("PRICE", false)));
        Snapshot far = shelves.read(3);
        assertThat(model.indexOf(far.key())).isEqualTo(-1);
        model.reveal(far);
        assertThat(model.indexOf(far.key())).isNotNegative();
        assertThat(model.rows())
                .isSortedAccordingTo(Comparator.comparing((Row row) -> ((Value.Exact) row.get("PRICE")).number())
                        .reversed());
        while (!model.count().get().equals("450 rows")) {
            model.loadBefore();
            model.loadMore();
        }
        assertThat(model.rows()).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void theRowsOfTheLastRecordAskedForAreShown() {
        slow.show(shelves.table("GOODS"));
        asked.remove().run();
        slow.reveal(shelves.read(440));
        slow.reveal(shelves.read(7));
        asked.forEach(Runnable::run);
        assertThat(slow.indexOf(good(7))).isEqualTo(6);
        assertThat(slow.indexOf(good(440))).isEqualTo(-1);
        slow.loadMore();
        assertThat(slow.loading().get()).isTrue();
    }

    @Test
    void aJumpLeadsToARowByItsNumberInAnyOrder() {
        RowNumbers numbers = new RowNumbers(shelves.store, Work.immediate(), model, TEXTS);
        model.show(shelves.table("GOODS"));
        numbers.count();
        assertThat(numbers.total().get()).contains(new RowEstimate(ROWS, RowEstimate.Precision.EXACT));
        assertThat(numbers.text().getValue()).isEqualTo("450 rows");
        List<Row> all = new ArrayList<>(model.rows());
        for (List<Sort> order :
                List.of(List.<Sort>of(), List.of(new Sort("NAME", false)), List.of(new Sort("PRICE", true)))) {
            model.sortBy(order);
            numbers.count();
            model.goToFirst(false);
            while (model.count().get().endsWith("more below")) {
                model.loadMore();
            }
            all = List.copyOf(model.rows());
            for (int row : List.of(300, 17, 0, 449, 250, 251)) {
                numbers.jump(row);
                assertThat(model.rows().getFirst()).as("%s %s", order, row).isEqualTo(all.get(row));
                assertThat(model.before()).hasValue(row);
            }
            model.loadBefore();
            assertThat(model.before()).hasValue(51);
            assertThat(model.rows().getFirst()).isEqualTo(all.get(51));
            numbers.jump(2_000);
            assertThat(model.rows().getLast()).isEqualTo(all.getLast());
            assertThat(model.before()).hasValue(ROWS - RowsModel.PAGE);
        }
    }

    @Test
    void theRowsOfAViewAreNotCountedAndThoseOfAFilterAreCountedOff() {
        RowNumbers numbers = new RowNumbers(shelves.store, Work.immediate(), model, TEXTS);
        model.show(shelves.table("CHEAP_GOODS"));
        numbers.count();
        assertThat(numbers.total().get()).isEmpty();
        assertThat(numbers.text().getValue()).isEqualTo(model.count().get());
        model.show(shelves.table("GOODS"));
        model.filterBy(new RowFilter(
                List.of(new ColumnCondition("NAME", List.of(new ColumnCondition.Contains("good 9")))), ""));
        numbers.count();
        Row wanted = model.rows().get(70);
        numbers.jump(70);
        assertThat(model.rows().getFirst()).isEqualTo(wanted);
        assertThat(model.before()).hasValue(70);
    }

    @Test
    void aJumpFarAwayIsGuessedAndItsNumberIsCountedAfterwards() {
        shelves.run("delete from goods where id between 100 and 300");
        RowNumbers numbers = new RowNumbers(shelves.store, slowly, slow, TEXTS, 10);
        slow.show(shelves.table("GOODS"));
        asked.remove().run();
        numbers.count();
        // Counted, but not looked at yet.
        asked.remove().run();
        asked.remove().run();
        asked.clear();
        numbers.jump(124);
        asked.remove().run();
        long guessed = slow.before().orElseThrow();
        Row first = slow.rows().getFirst();
        assertThat(guessed).isEqualTo(124);
        assertThat(first.get("ID")).isEqualTo(Value.of(301));
        asked.remove().run();
        assertThat(slow.before()).hasValue(99);
        assertThat(slow.rows().getFirst()).isEqualTo(first);
        slow.loadBefore();
        asked.remove().run();
        assertThat(slow.before()).hasValue(0);
        assertThat(slow.rows().get(99)).isEqualTo(first);
    }

    @Test
    void aJumpFarAwayFollowsWhatWasSeenOfTheRows() {
        shelves.run(
                "insert into goods (id, name) select 1000000 + x, 'far away' from system_range(1, 20000) s",
                "delete from goods where id between 100 and 300");
        RowNumbers numbers = new RowNumbers(shelves.store, slowly, slow, TEXTS, 10);
        slow.show(shelves.table("GOODS"));
        asked.remove().run();
        numbers.count();
        while (!asked.isEmpty()) {
            asked.remove().run();
        }
        numbers.jump(10_249);
        asked.remove().run();
        // Of the 20,249 rows the first 249 have small numbers.
        assertThat(Integer.parseInt(slow.rows().getFirst().get("ID").text())).isBetween(1_009_800, 1_010_200);
    }

    @Test
    void aTableThatWasLeftIsNotCounted() {
        shelves.run("set query_statistics true");
        RowNumbers numbers = new RowNumbers(shelves.store, slowly, slow, TEXTS);
        slow.show(shelves.table("GOODS"));
        asked.remove().run();
        numbers.count();
        slow.showNothing();
        assertThat(asked).hasSize(2);
        asked.forEach(Runnable::run);
        assertThat(TestDatabase.answer(
                        shelves.database,
                        "select count(*) from information_schema.query_statistics "
                                + "where lower(sql_statement) like 'select count(*) from \"public\".\"goods\"%'"))
                .isEqualTo("0");
    }

    @Test
    void anotherOrderIsNotCountedAgainAndARefreshIs() {
        RowNumbers numbers = new RowNumbers(shelves.store, slowly, slow, TEXTS);
        slow.show(shelves.table("GOODS"));
        numbers.count();
        asked.forEach(Runnable::run);
        asked.clear();
        slow.sortBy(List.of(new Sort("NAME", true)));
        numbers.count();
        assertThat(asked).hasSize(1);
        asked.remove().run();
        assertThat(numbers.text().getValue()).isEqualTo("450 rows");
        shelves.run("delete from goods where id = 7");
        numbers.refresh();
        slow.refresh();
        assertThat(numbers.total().get()).isPresent();
        asked.forEach(Runnable::run);
        asked.clear();
        numbers.count();
        asked.forEach(Runnable::run);
        assertThat(numbers.text().getValue()).isEqualTo("449 rows");
    }

    @Test
    void rowsWithoutAKeyAreJumpedOverByCounting() {
        RowNumbers numbers = new RowNumbers(shelves.store, Work.immediate(), model, TEXTS);
        model.show(shelves.table("MOVEMENT"));
        int rows = model.rows().size();
        List<Row> all = List.copyOf(model.rows());
        numbers.jump(rows - 1);
        assertThat(model.rows()).containsExactly(all.getLast());
    }

    @Test
    void theNewestJumpWins() {
        RowNumbers numbers = new RowNumbers(shelves.store, slowly, slow, TEXTS);
        slow.show(shelves.table("GOODS"));
        asked.remove().run();
        numbers.jump(300);
        numbers.jump(100);
        asked.forEach(Runnable::run);
        assertThat(slow.before()).hasValue(100);
        assertThat(slow.count().get()).isEqualTo("200 rows loaded, more above and below");
    }

    @Test
    void anEmptyTableSaysSo() {
        model.show(shelves.table("EMPTY_SHELF"));
        assertThat(model.rows()).isEmpty();
        assertThat(model.count().get()).isEqualTo("No rows");
        assertThat(model.emptiness().get()).isEqualTo("This table has no rows yet");
    }

    @Test
    void sortingIsTheDatabasesAndPagesFollowIt() {
        model.show(shelves.table("GOODS"));
        model.sortBy(List.of(new Sort("NAME", true)));
        assertThat(model.rows().getFirst().get("NAME")).isEqualTo(Value.of("Good 550"));
        model.loadMore();
        model.loadMore();
        assertThat(model.rows().getLast().get("NAME")).isEqualTo(Value.of("Good 999"));
        model.sortBy(List.of(new Sort("NAME", false)));
        assertThat(model.rows().getFirst().get("NAME")).isEqualTo(Value.of("Good 999"));
    }

    @Test
    void sortingPagingAndRefreshingKeepTheSelection() {
        model.show(shelves.table("GOODS"));
        model.select(Optional.of(good(17)));
        model.sortBy(List.of(new Sort("PRICE", false)));
        model.loadMore();
        model.refresh();
        assertThat(model.selected().get()).contains(good(17));
    }

    @Test
    void refreshingReadsAsManyRowsAsWereShownAndWhatChanged() {
        model.show(shelves.table("GOODS"));
        model.loadMore();
        shelves.run("update goods set name = 'Renamed' where id = 350", "delete from goods where id = 1");
        model.refresh();
        assertThat(model.rows()).hasSize(400);
        assertThat(model.rows().get(model.indexOf(good(350))).get("NAME")).isEqualTo(Value.of("Renamed"));
        assertThat(model.indexOf(good(1))).isEqualTo(-1);
    }

    @Test
    void aNewRecordComesFirstAndIsNotShownAgainByALaterPage() {
        model.show(shelves.table("GOODS"));
        Draft draft = Draft.newRow(Shelves.GOODS).with("NAME", Value.of("Brand new"));
        Snapshot saved = ((Outcome.Saved) shelves.store.insert(draft)).snapshot();
        model.put(saved);
        assertThat(model.rows().getFirst().get("NAME")).isEqualTo(Value.of("Brand new"));
        model.loadMore();
        model.loadMore();
        assertThat(model.rows().stream().map(row -> row.get("NAME")).filter(Value.of("Brand new")::equals))
                .hasSize(1);
    }

    @Test
    void aSavedRecordLooksAsAPageWouldShowIt() {
        model.show(shelves.table("GOODS"));
        Row paged = model.rows().get(model.indexOf(good(3)));
        model.put(shelves.read(3));
        assertThat(model.rows().get(model.indexOf(good(3)))).isEqualTo(paged);
    }

    @Test
    void aRecordUnderANewKeyTakesThePlaceOfTheOld() {
        model.show(shelves.table("GOODS"));
        shelves.run("update goods set id = 9001 where id = 5");
        model.replace(good(5), shelves.read(9001));
        assertThat(model.indexOf(good(5))).isEqualTo(-1);
        assertThat(model.indexOf(good(9001))).isNotNegative();
        assertThat(model.rows()).hasSize(RowsModel.PAGE);
    }

    @Test
    void rowsWithoutAKeyHaveNoName() {
        model.show(shelves.table("MOVEMENT"));
        assertThat(model.keyOf(model.rows().getFirst())).isEmpty();
    }

    @Test
    void theAnswerForATableLeftMeanwhileIsDropped() {
        slow.show(shelves.table("GOODS"));
        slow.show(shelves.table("EMPTY_SHELF"));
        asked.remove().run();
        assertThat(slow.rows()).isEmpty();
        assertThat(slow.loading().get()).isTrue();
        asked.remove().run();
        assertThat(slow.loading().get()).isFalse();
        assertThat(slow.count().get()).isEqualTo("No rows");
    }

    @Test
    void thePageBeingReadIsNotAskedForTwice() {
        slow.show(shelves.table("GOODS"));
        asked.remove().run();
        slow.loadMore();
        slow.loadMore();
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoStopsWaitingIsToldAndCanTryAgain() {
        slow.show(shelves.table("GOODS"));
        slowly.running().getFirst().abandon();
        assertThat(slow.loading().get()).isFalse();
        assertThat(slow.emptiness().get()).isEqualTo("The rows were not read. Refresh (F5) tries again.");
        slow.refresh();
        asked.forEach(Runnable::run);
        assertThat(slow.rows()).hasSize(RowsModel.PAGE);
    }

    @Test
    void afterAStoppedSortNoPageOfTheNewOrderFollowsTheOld() {
        slow.show(shelves.table("GOODS"));
        asked.remove().run();
        slow.sortBy(List.of(new Sort("NAME", true)));
        slowly.running().getFirst().abandon();
        asked.clear();
        slow.loadMore();
        assertThat(asked).isEmpty();
        assertThat(slow.count().get()).isEqualTo("200 rows loaded before reading stopped");
    }

    @Test
    void rowsThatWereReadStayWhenTheConnectionIsLost() throws SQLException {
        String url = "jdbc:h2:mem:lost" + UUID.randomUUID();
        try (Connection keeper = DriverManager.getConnection(url + ";DB_CLOSE_DELAY=-1", "sa", "");
                Statement statement = keeper.createStatement()) {
            statement.execute("create table t (id int primary key)");
            statement.execute("insert into t values (1)");
            DatabaseSettings settings = new DatabaseSettings(url + ";IFEXISTS=TRUE", "sa", Secret.NONE, false);
            try (Database database = ((OpenOutcome.Opened) DatabaseOpener.open(settings)).database()) {
                RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
                RowsModel rows = new RowsModel(store, Work.immediate(), TEXTS);
                rows.show(store.catalog().table(new TableId("PUBLIC", "T")).orElseThrow());
                statement.execute("shutdown");

                rows.refresh();

                assertThat(rows.rows()).hasSize(1);
                assertThat(rows.loading().get()).isFalse();
                assertThat(rows.count().get()).isEqualTo("1 row loaded before reading stopped");
            }
        }
    }

    @Test
    void rowsThatCanNoLongerBeReadAreNotShown() {
        model.show(shelves.table("CHEAP_GOODS"));
        assertThat(model.rows()).isNotEmpty();
        shelves.run(
                "drop view cheap_goods",
                "create force view cheap_goods as select id, name from goods where 1 / (id - id) > 0");
        model.refresh();
        assertThat(model.rows()).isEmpty();
        assertThat(model.count().get()).isEmpty();
        assertThat(model.emptiness().get()).startsWith("The database cannot read this. It says: Division by zero");
    }
}
