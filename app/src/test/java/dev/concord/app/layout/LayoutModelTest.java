package dev.concord.app.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.filter.FilterModel;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Scripts;
import dev.concord.query.PageRequest.Sort;
import dev.concord.query.RowFilter;
import dev.concord.record.RecordNames;
import dev.concord.ui.text.Texts;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayoutModelTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final Queue<Runnable> pauses = new ArrayDeque<>();
    private final Work work = Work.of(Runnable::run, Runnable::run, (after, task) -> pauses.add(task), fault -> {
        throw new IllegalStateException(fault);
    });
    private final Database database = open();
    private final Table goods = table("GOODS");
    private final Table shelf = table("SHELF");
    /** Its only text is its key. */
    private final Table codes = table("CODES");

    private final LayoutMemory memory = KeptLayouts.forNow();
    private final List<String> said = new ArrayList<>();
    private final List<Runnable> back = new ArrayList<>();
    private final LayoutPrompt prompt = new LayoutPrompt() {
        @Override
        public void columns() {
            said.add("columns");
        }

        @Override
        public void name() {
            said.add("name");
        }

        @Override
        public void named() {
            said.add("named");
        }

        @Override
        public void forgotten(String view, Runnable undo) {
            said.add("forgotten " + view);
            back.add(undo);
        }

        @Override
        public void incomplete(String view, List<String> missing) {
            said.add(view + " without " + missing);
        }
    };
    private final LayoutModel model = new LayoutModel(memory, work, prompt);
    private final FilterModel filters = new FilterModel(TEXTS, Clock.systemUTC(), Work.immediate(), filter -> {});
    private final List<RowFilter> shown = new ArrayList<>();
    private final SavedViewsModel views = new SavedViewsModel(model, filters, prompt, shown::add);

    @AfterEach
    void close() {
        database.close();
    }

    private static Database open() {
        Database opened =
                switch (DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID()))) {
                    case OpenOutcome.Opened(Database database) -> database;
                    case OpenOutcome.Failed failed -> throw new IllegalStateException(failed.detail());
                };
        try {
            Scripts.run(
                    opened,
                    List.of(
                            "create table goods (id int primary key, name varchar(40), price int, sold boolean)",
                            "create table shelf (id int primary key, place varchar(40))",
                            "create table codes (code varchar(8) primary key, price int)"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return opened;
    }

    private Table table(String name) {
        return new Catalog(database).table(new TableId("PUBLIC", name)).orElseThrow();
    }

    private void show(Table table) {
        model.show(Optional.of(table));
        filters.show(Optional.of(table));
    }

    private TableLayout layout() {
        return model.layout().get();
    }

    @Test
    void theColumnThatNamesRecordsIsFoundUntilOneIsChosenAndOnceMoreWhenItIsChosenAgain() {
        show(goods);
        assertThat(model.naming()).contains(column("NAME"));
        show(shelf);
        assertThat(model.naming()).contains(column(shelf, "PLACE"));
        show(codes);
        assertThat(model.naming()).isEmpty();
        model.nameBy(column(codes, "CODE"));
        assertThat(said).containsExactly("named");
        assertThat(model.naming()).contains(column(codes, "CODE"));
        assertThat(memory.names()).isEqualTo(RecordNames.FOUND.with(codes.id(), Optional.of("CODE")));
        model.hide("PRICE");
        assertThat(memory.names().chosen()).as("with another layout").containsOnlyKeys(codes.id());
        model.nameBy(column(codes, "CODE"));
        assertThat(memory.names()).isEqualTo(RecordNames.FOUND);
        assertThat(model.naming()).isEmpty();
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }

    @Test
    void aLayoutIsThereAgainWithItsTable() {
        show(goods);
        model.hide("PRICE");
        model.arrange(List.of("SOLD", "ID", "NAME", "PRICE"));
        model.sort(List.of(new Sort("NAME", false)));
        TableLayout left = layout();
        show(shelf);
        assertThat(layout()).isEqualTo(TableLayout.NONE.reconciled(List.of("ID", "PLACE")));
        show(goods);
        assertThat(layout()).isEqualTo(left);
        assertThat(new LayoutModel(memory, work, prompt).show(Optional.of(goods)))
                .isEqualTo(left);
    }

    @Test
    void aWidthIsKeptWhenNoneChangesAnyMoreOrTheTableIsLeft() {
        show(goods);
        model.widen("NAME", 100);
        model.widen("NAME", 120);
        pauses.remove().run();
        assertThat(memory.of(goods.id())).isEqualTo(TableViews.NONE);
        pauses.remove().run();
        assertThat(memory.of(goods.id()).now().widths()).containsExactly(Map.entry("NAME", 120.0));
        model.widen("NAME", 140);
        show(shelf);
        assertThat(memory.of(goods.id()).now().widths()).containsExactly(Map.entry("NAME", 140.0));
        model.widen("ID", 90);
        model.close();
        assertThat(memory.of(shelf.id()).now().widths()).containsExactly(Map.entry("ID", 90.0));
    }

    @Test
    void nothingIsKeptOfATableThatIsShownAsItIs() {
        show(goods);
        model.hide("PRICE");
        model.showAll();
        assertThat(memory.of(goods.id())).isEqualTo(TableViews.NONE);
    }

    @Test
    void theHeightOfRowsIsThatOfEveryTableAndWindow() {
        model.makeRows(RowHeight.COMFORTABLE);
        LayoutModel other = new LayoutModel(memory, work, prompt);
        assertThat(other.rowHeight().get()).isEqualTo(RowHeight.COMFORTABLE);
        other.makeRows(RowHeight.COMPACT);
        show(goods);
        assertThat(model.rowHeight().get()).isEqualTo(RowHeight.COMPACT);
    }

    @Test
    void withoutATableNothingIsAskedOrKept() {
        model.askColumns();
        views.askName();
        views.keepAs("x");
        views.applyNone();
        model.hide("ID");
        assertThat(said).isEmpty();
        assertThat(shown).isEmpty();
        assertThat(views.all()).isEmpty();
    }

    @Test
    void aViewBringsBackItsFilterSearchOrderAndColumns() {
        show(goods);
        filters.entry("PRICE").orElseThrow().typed().set(">5");
        filters.search().set("tea");
        filters.apply();
        model.hide("SOLD");
        model.sort(List.of(new Sort("PRICE", false)));
        TableLayout kept = layout();
        views.keepAs(" Dear ");
        SavedView view = views.all().getFirst();
        assertThat(view.name()).isEqualTo("Dear");
        assertThat(views.inForce(view)).isTrue();
        views.applyNone();
        assertThat(views.noneInForce()).isTrue();
        assertThat(views.inForce(view)).isFalse();
        assertThat(shown.getLast()).isEqualTo(RowFilter.NONE);
        views.apply(view);
        assertThat(layout()).isEqualTo(kept);
        assertThat(filters.typed()).containsExactly(Map.entry("PRICE", ">5"));
        assertThat(shown.getLast().search()).isEqualTo("tea");
        assertThat(shown.getLast().columns()).hasSize(1);
        assertThat(views.inForce(view)).isTrue();
        model.widen("NAME", 300);
        assertThat(views.inForce(view)).isTrue();
        show(shelf);
        assertThat(views.all()).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsSaidAndReplaced() {
        show(goods);
        views.keepAs("Dear");
        model.hide("SOLD");
        List<String> ended = new ArrayList<>();
        ViewNameModel name = new ViewNameModel(views, TEXTS, () -> ended.add("ended"));
        name.keep();
        assertThat(ended).isEmpty();
        name.name().set("cheap");
        assertThat(name.sentence().get()).isEmpty();
        name.name().set("dear ");
        assertThat(name.sentence().get()).isEqualTo("There is a view “dear” already. It is replaced.");
        name.keep();
        assertThat(ended).hasSize(1);
        assertThat(views.all()).hasSize(1);
        assertThat(views.all().getFirst().layout().hidden()).containsExactly("SOLD");
    }

    @Test
    void aViewForgottenCanBeHadAgainUnlessItsNameIsTaken() {
        show(goods);
        views.keepAs("Dear");
        SavedView view = views.all().getFirst();
        views.forget(view);
        assertThat(views.all()).isEmpty();
        assertThat(said).containsExactly("forgotten Dear");
        back.getFirst().run();
        assertThat(views.all()).containsExactly(view);
        views.forget(view);
        model.hide("SOLD");
        views.keepAs("Dear");
        back.getLast().run();
        assertThat(views.all().getFirst().layout().hidden()).containsExactly("SOLD");
    }

    @Test
    void twoWindowsLoseNoViewOfEachOther() {
        LayoutModel otherModel = new LayoutModel(memory, work, prompt);
        SavedViewsModel other = new SavedViewsModel(otherModel, filters, prompt, shown::add);
        show(goods);
        otherModel.show(Optional.of(goods));
        views.keepAs("One");
        other.keepAs("Two");
        model.hide("SOLD");
        assertThat(views.all().stream().map(SavedView::name)).containsExactly("One", "Two");
    }

    @Test
    void aConditionOnAColumnThatIsGoneIsSaid() {
        show(goods);
        SavedView old = new SavedView("Old", Map.of("WEIGHT", ">5", "PRICE", "3"), "", TableLayout.NONE);
        views.apply(old);
        assertThat(said).containsExactly("Old without [WEIGHT]");
        assertThat(filters.typed()).containsOnlyKeys("PRICE");
    }

    @Test
    void textThatIsNoConditionAnyMoreIsSaidAndDoesNotKeepTheOneBefore() {
        show(goods);
        filters.entry("PRICE").orElseThrow().typed().set("3");
        filters.apply();
        views.apply(new SavedView("Odd", Map.of("PRICE", "many"), "", TableLayout.NONE));
        assertThat(filters.problem().get()).startsWith("PRICE");
        assertThat(shown.getLast()).isEqualTo(RowFilter.NONE);
    }

    @Test
    void columnsAreChosenAndTheChoiceIsTakenBack() {
        show(goods);
        TableLayout before = layout();
        List<String> ended = new ArrayList<>();
        ColumnsModel columns = new ColumnsModel(model, TEXTS, () -> ended.add("ended"));
        columns.toggle(column("NAME"));
        columns.move(column("SOLD"), false);
        assertThat(layout().shown()).containsExactly("ID", "SOLD", "PRICE");
        columns.search().set("c");
        assertThat(columns.found()).containsExactly(column("PRICE"));
        columns.search().set("");
        columns.toggle(column("ID"));
        columns.toggle(column("PRICE"));
        columns.toggle(column("SOLD"));
        assertThat(columns.problem().get()).isEqualTo("One column has to stay. Show another one first.");
        assertThat(layout().shown()).containsExactly("SOLD");
        columns.showAll();
        assertThat(columns.problem().get()).isEmpty();
        assertThat(layout().shown()).containsExactly("ID", "NAME", "SOLD", "PRICE");
        columns.cancel();
        assertThat(layout()).isEqualTo(before);
        assertThat(ended).hasSize(1);
    }

    /** Two neighbours in the list move past each other, whatever stands between them. */
    @Test
    void aColumnMovesPastTheNextOneFound() {
        show(goods);
        ColumnsModel columns = new ColumnsModel(model, TEXTS, () -> {});
        columns.search().set("d");
        assertThat(columns.found()).containsExactly(column("ID"), column("SOLD"));
        columns.move(column("SOLD"), false);
        assertThat(layout().columns()).containsExactly("SOLD", "ID", "NAME", "PRICE");
        columns.move(column("SOLD"), false);
        columns.move(column("SOLD"), true);
        assertThat(layout().columns()).containsExactly("ID", "SOLD", "NAME", "PRICE");
        model.widen("ID", 200);
        columns.reset();
        assertThat(layout()).isEqualTo(model.usual());
    }

    private Column column(String name) {
        return goods.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
