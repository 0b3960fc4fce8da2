package dev.concord.app.cells;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.query.ColumnCondition;
import dev.concord.query.PageRequest.Sort;
import dev.concord.query.RowFilter;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.transfer.Block;
import dev.concord.transfer.BlockReader;
import dev.concord.transfer.BlockReading;
import dev.concord.transfer.Separator;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cells of a real table of five hundred rows, of which the grid has two hundred, copied in every form. */
class CellCopyTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final int ROWS = 500;

    private final Database database = TestDatabase.open(Engine.H2);
    private final RecordStore store;
    private final Queue<Runnable> asked = new ArrayDeque<>();
    private final PendingEdits pending = new PendingEdits();
    private final List<CopiedText> clipboard = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    CellCopyTest() {
        TestDatabase.execute(
                database,
                "create table goods (id int primary key, name varchar(40), price decimal(10,2), picture blob, remark clob,"
                        + " twice int generated always as (id * 2), j json)",
                "insert into goods (id, name, price, picture, remark, j) select x, 'Good ' || x, x / 4.0, x'c0ffee',"
                        + " case when x = 3 then repeat('long ', 100) else 'two' || char(10) || 'lines' end, json '{\"a\": 1}'"
                        + " from system_range(1, " + ROWS + ")",
                "create table loose (name varchar(500), n int)",
                "insert into loose values (repeat('long ', 90), 7)");
        store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private final class Grid {
        private final RowsModel rows;
        private final CellSelection cells;
        private final CellCopy copy;

        Grid(String table) {
            this(table, Work.immediate());
        }

        Grid(String table, Work work) {
            rows = new RowsModel(store, Work.immediate(), TEXTS);
            rows.show(table(table));
            cells = rows.cells();
            copy = new CellCopy(cells, rows.scope()::get, rows::from, pending, store, work, TEXTS, said::add);
        }

        String copied(CopyForm form) {
            clipboard.clear();
            copy.copy(form, clipboard::add);
            return clipboard.isEmpty() ? "" : clipboard.getLast().text();
        }

        Block block() {
            return BlockReader.read(copied(CopyForm.TABS), Separator.TAB) instanceof BlockReading.Read(Block block)
                    ? block
                    : new Block(List.of(), Separator.TAB, true);
        }
    }

    private Table table(String name) {
        return store.catalog().table(new TableId("PUBLIC", name)).orElseThrow();
    }

    private static RecordKey good(int id) {
        return new RecordKey(new TableId("PUBLIC", "GOODS"), Row.of("ID", Value.of(id)));
    }

    @Test
    void oneCellIsItsBareText() {
        Grid grid = new Grid("GOODS");
        assertThat(grid.copied(CopyForm.TABS)).isEmpty();
        grid.cells.go(0, "REMARK");
        assertThat(grid.copied(CopyForm.TABS)).isEqualTo("two\nlines");
        assertThat(clipboard.getLast().html()).isEmpty();
        grid.cells.go(0, "PRICE");
        assertThat(grid.copied(CopyForm.TABS)).isEqualTo("0.25");
        assertThat(grid.copy.copied().get()).isTrue();
        grid.cells.move(1, 0);
        assertThat(grid.copy.copied().get()).isFalse();
    }

    @Test
    void aRectangleSurvivesTheWayToASpreadsheetAndBack() {
        Grid grid = new Grid("GOODS");
        grid.cells.go(0, "NAME");
        grid.cells.extendTo(1, "REMARK");
        assertThat(grid.block().lines())
                .containsExactly(
                        List.of("Good 1", "0.25", "c0ffee", "two\nlines"),
                        List.of("Good 2", "0.5", "c0ffee", "two\nlines"));
        assertThat(clipboard.getLast().html().orElseThrow()).contains("<td x:num=\"0.25\"");
        assertThat(grid.copied(CopyForm.HEADERS)).startsWith("NAME\tPRICE\tPICTURE\tREMARK\n");
        assertThat(said).isEmpty();
    }

    @Test
    void whatTheGridCutsIsReadWhole() {
        Grid grid = new Grid("GOODS");
        grid.cells.go(2, "REMARK");
        assertThat(grid.cells.current().orElseThrow().row().get("REMARK").text())
                .hasSize(200);
        assertThat(grid.copied(CopyForm.TABS)).isEqualTo("long ".repeat(100));
        grid.cells.go(2, "J");
        assertThat(grid.copied(CopyForm.JSON)).contains("{ \"J\" : {\"a\":1} }");
    }

    @Test
    void everyFormIsOfTheSameCells() {
        Grid grid = new Grid("GOODS");
        grid.cells.go(0, "ID");
        grid.cells.extendTo(1, "PRICE");
        assertThat(grid.copied(CopyForm.CSV)).isEqualTo("ID,NAME,PRICE\r\n1,Good 1,0.25\r\n2,Good 2,0.5\r\n");
        assertThat(grid.copied(CopyForm.JSON)).isEqualTo("""
                        [
                        { "ID" : 1, "NAME" : "Good 1", "PRICE" : 0.25 },
                        { "ID" : 2, "NAME" : "Good 2", "PRICE" : 0.5 }
                        ]""");
        assertThat(grid.copied(CopyForm.MARKDOWN)).isEqualTo("""
                        | ID | NAME | PRICE |
                        | ---: | --- | ---: |
                        | 1 | Good 1 | 0.25 |
                        | 2 | Good 2 | 0.5 |
                        """);
        assertThat(grid.copied(CopyForm.INSERT)).isEqualTo("""
                        insert into "PUBLIC"."GOODS" ("ID", "NAME", "PRICE") values (1, 'Good 1', 0.25);
                        insert into "PUBLIC"."GOODS" ("ID", "NAME", "PRICE") values (2, 'Good 2', 0.5);
                        """);
        grid.cells.go(0, "TWICE");
        assertThat(grid.copied(CopyForm.INSERT)).isEmpty();
        assertThat(said)
                .containsExactly("The database computes these columns, so no INSERT can set them. Nothing is copied.");
    }

    @Test
    void rowsThatAreNotLoadedAreReadInTheOrderOfTheGrid() {
        Grid grid = new Grid("GOODS");
        grid.rows.sortBy(List.of(new Sort("PRICE", false)));
        grid.cells.go(2, "ID");
        grid.rows.goToLast(true);
        List<List<String>> lines = grid.block().lines();
        assertThat(lines)
                .isEqualTo(IntStream.rangeClosed(1, ROWS - 2)
                        .mapToObj(i -> List.of(String.valueOf(ROWS - 1 - i)))
                        .toList());
        assertThat(said).isEmpty();
        assertThat(grid.copy.copied().get()).isTrue();
    }

    @Test
    void theOrderMayBeThatOfALongText() {
        Grid grid = new Grid("GOODS");
        TestDatabase.execute(database, "update goods set remark = repeat('same ', 60) || id where id <= 300");
        grid.rows.sortBy(List.of(new Sort("REMARK", true)));
        List<String> all =
                grid.rows.rows().stream().map(row -> row.get("ID").text()).toList();
        grid.cells.go(150, "ID");
        grid.rows.goToLast(true);
        List<List<String>> lines = grid.block().lines();
        assertThat(lines).hasSize(ROWS - 150);
        assertThat(lines.getFirst()).containsExactly(all.get(150));
    }

    @Test
    void everyRowOfAFilterIsCopied() {
        Grid grid = new Grid("GOODS");
        grid.rows.filterBy(new RowFilter(
                List.of(new ColumnCondition("ID", List.of(new ColumnCondition.Between(Value.of(101), Value.of(400))))),
                ""));
        grid.cells.go(5, "ID");
        grid.cells.selectColumns();
        assertThat(grid.block().lines())
                .isEqualTo(IntStream.rangeClosed(101, 400)
                        .mapToObj(id -> List.of(String.valueOf(id)))
                        .toList());
    }

    @Test
    void editsThatAreNotSavedAreCopiedAsTheyAreShown() {
        Grid grid = new Grid("GOODS");
        PendingEdit edit = pending.open(table("GOODS"), store.find(good(2)).orElseThrow());
        edit.type(table("GOODS").column("NAME").orElseThrow(), new FieldInput(Value.of("x".repeat(300)), ""));
        edit.type(table("GOODS").column("PRICE").orElseThrow(), new FieldInput(Value.of(3), "no price"));
        grid.cells.go(0, "ID");
        grid.cells.extendTo(1, "PRICE");
        assertThat(grid.block().lines().get(1)).containsExactly("2", "x".repeat(300), "no price");
        assertThat(grid.copied(CopyForm.INSERT)).doesNotContain("no price");
    }

    @Test
    void tooMuchIsNotCopiedAtAll() {
        Grid grid = new Grid("GOODS");
        grid.cells.go(0, "ID");
        grid.cells.extendTo(199, "NAME");
        CopySource loaded = new CopySource(
                grid.cells.rectangle().orElseThrow(), grid.rows.scope().get().orElseThrow(), Map.of());
        assertThat(new CellReader(store, loaded, CopyForm.CSV, 300, 1_000_000).read())
                .isEqualTo(new CopyOutcome.TooMany(150));
        assertThat(new CellReader(store, loaded, CopyForm.CSV, 1_000, 1_000).read())
                .isEqualTo(new CopyOutcome.TooLong(1_000));
        grid.cells.selectAll();
        CopySource every = new CopySource(
                grid.cells.rectangle().orElseThrow(), grid.rows.scope().get().orElseThrow(), Map.of());
        assertThat(new CellReader(store, every, CopyForm.CSV, 700, 1_000_000).read())
                .isEqualTo(new CopyOutcome.TooMany(100));
    }

    @Test
    void aRowDeletedMeanwhileIsLeftOutAndSaid() {
        Grid grid = new Grid("GOODS");
        grid.cells.go(1, "ID");
        grid.cells.extendTo(3, "REMARK");
        TestDatabase.execute(database, "delete from goods where id = 3");
        assertThat(grid.block().lines()).extracting(List::getFirst).containsExactly("2", "4");
        assertThat(said).containsExactly("2 rows are copied. 1 was deleted meanwhile and could not be.");
    }

    @Test
    void rowsThatMovedAwayAreNotGuessed() {
        Grid grid = new Grid("GOODS");
        grid.cells.go(1, "ID");
        grid.rows.goToLast(true);
        TestDatabase.execute(database, "delete from goods where id = " + ROWS);
        assertThat(grid.copied(CopyForm.TABS)).isEmpty();
        assertThat(said)
                .containsExactly(
                        "Other programs have moved the rows selected, so nothing is copied. Refresh (F5) and select them again.");
    }

    @Test
    void longValuesWithoutAKeyAreRefusedAndShortOnesCopied() {
        Grid grid = new Grid("LOOSE");
        grid.cells.go(0, "N");
        assertThat(grid.copied(CopyForm.TABS)).isEqualTo("7");
        grid.cells.go(0, "NAME");
        assertThat(grid.copied(CopyForm.TABS)).isEmpty();
        assertThat(said.getLast()).startsWith("This table has no key");
    }

    @Test
    void copyingAgainAbandonsTheCopyUnderWay() {
        Grid grid = new Grid("GOODS", Work.of(asked::add, Runnable::run, fault -> {
            throw new IllegalStateException(fault);
        }));
        grid.cells.go(0, "NAME");
        grid.copied(CopyForm.TABS);
        grid.cells.go(1, "NAME");
        grid.copied(CopyForm.TABS);
        grid.cells.move(1, 0);
        asked.forEach(Runnable::run);
        assertThat(said).containsExactly("1 row is copied.");
        assertThat(grid.copy.copied().get()).isFalse();
        assertThat(clipboard).extracting(CopiedText::text).containsExactly("Good 2");
    }

    @Test
    void theSummaryCountsAndAdds() {
        Grid grid = new Grid("GOODS");
        CellSummary summary = new CellSummary(grid.cells, grid.rows::keyOf, pending, grid.copy, TEXTS);
        grid.cells.go(0, "PRICE");
        assertThat(summary.text().get()).isEmpty();
        grid.cells.extend(2, 0);
        assertThat(summary.text().get()).isEqualTo("3 rows × 1 column  ·  Sum 1.5  ·  Average 0.5");
        PendingEdit edit = pending.open(table("GOODS"), store.find(good(2)).orElseThrow());
        edit.type(table("GOODS").column("PRICE").orElseThrow(), new FieldInput(Value.of(1000), ""));
        assertThat(summary.text().get()).isEqualTo("3 rows × 1 column  ·  Sum 1,001  ·  Average 333.667");
        grid.cells.extendTo(1, "PICTURE");
        assertThat(summary.text().get()).isEqualTo("2 rows × 2 columns  ·  Sum 1,000.25  ·  Average 500.125");
        grid.copied(CopyForm.TABS);
        assertThat(summary.text().get()).endsWith("500.125  ·  Copied");
        grid.cells.selectAll();
        assertThat(summary.text().get()).isEqualTo("All rows × 7 columns");
        grid.cells.go(1, "NAME");
        grid.rows.goToLast(true);
        assertThat(summary.text().get()).isEqualTo("Many rows × 1 column");
    }
}
