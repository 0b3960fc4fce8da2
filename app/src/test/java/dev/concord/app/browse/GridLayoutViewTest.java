package dev.concord.app.browse;

import static dev.concord.app.browse.Shelves.TEXTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.cells.CurrentCell;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.layout.RowHeight;
import dev.concord.app.layout.SavedView;
import dev.concord.app.layout.TableLayout;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.query.PageRequest.Sort;
import dev.concord.record.Row;
import dev.concord.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The columns of the grid as a person changes them, over a real database, under the robot. */
@ExtendWith(OwnWindow.class)
class GridLayoutViewTest {
    private static final List<String> GOODS = List.of("ID", "NAME", "PRICE", "PICTURE", "SOLD", "REMARK");

    private final Shelves shelves = new Shelves();
    private final Work work = Work.of(Runnable::run, Platform::runLater, (after, task) -> task.run(), fault -> {
        throw new IllegalStateException(fault);
    });

    private final RowsModel rows = new RowsModel(shelves.store, work, TEXTS);
    /** The first rows that were asked for, in which order. */
    private final List<List<Sort>> orders = new ArrayList<>();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private RowsView grid;

    @SuppressWarnings("NullAway.Init")
    private TableView<Row> table;

    @Start
    void start(Stage stage) {
        grid = new RowsView(
                rows,
                new RowNumbers(shelves.store, work, rows, TEXTS),
                TEXTS,
                shelves.edits(new PendingEdits()),
                row -> {},
                key -> {});
        BorderPane pane = new BorderPane(grid.root());
        pane.setTop(grid.search());
        Scene scene = new Scene(pane, 1000, 520);
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
        stage.setScene(scene);
        stage.show();
        table = rowsTable(grid.grid());
        rows.show(shelves.table("GOODS"));
        rows.scope().subscribe(scope -> scope.map(PageRequest::sort).ifPresent(orders::add));
    }

    @SuppressWarnings("unchecked")
    private static TableView<Row> rowsTable(Node node) {
        return (TableView<Row>) node;
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void aColumnHiddenIsNeitherShownNorSelectedNorOffered(FxRobot robot) {
        robot.interact(() -> rows.cells().go(1, "NAME"));
        robot.interact(() -> rows.layouts().hide("NAME"));
        assertThat(shown()).containsExactly("ID", "PRICE", "PICTURE", "SOLD", "REMARK");
        assertThat(current()).isEqualTo("PRICE");
        robot.interact(() -> rows.layouts().hide("REMARK"));
        robot.interact(() -> rows.cells().go(1, "SOLD"));
        robot.interact(() -> rows.layouts().hide("SOLD"));
        assertThat(current()).isEqualTo("PICTURE");
        robot.interact(() -> table.requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(rows.cells().rectangle().orElseThrow().columns().stream().map(Column::name))
                .containsExactly("ID", "PRICE", "PICTURE");
        robot.interact(() -> rows.layouts().showAll());
        assertThat(shown()).isEqualTo(GOODS);
    }

    @Test
    void theMenuOfAHeaderChoosesTheColumnThatNamesTheRecords(FxRobot robot) {
        menuOf(robot, "NAME");
        assertThat(naming()).isEqualTo("selected");
        menuOf(robot, "PRICE");
        assertThat(naming()).isEqualTo("disabled");
        menuOf(robot, "REMARK");
        assertThat(naming()).isEqualTo("not selected");
        choose(robot, "Name records by this column");
        assertThat(rows.layouts().naming()).map(Column::name).contains("REMARK");
        menuOf(robot, "REMARK");
        assertThat(naming()).isEqualTo("selected");
    }

    private static String naming() {
        CheckMenuItem item = (CheckMenuItem) item("Name records by this column");
        String chosen = item.isSelected() ? "selected" : "not selected";
        return item.isDisable() ? "disabled" : chosen;
    }

    @Test
    void aHeaderIsDraggedToAnotherPlaceAndNeverBeforeTheMarksOfTheRows(FxRobot robot) {
        drag(robot, "PRICE", header(robot, "ID").getMinX() + 4);
        assertThat(rows.layouts().layout().get().shown())
                .containsExactly("PRICE", "ID", "NAME", "PICTURE", "SOLD", "REMARK");
        assertThat(shown()).isEqualTo(rows.layouts().layout().get().shown());
        drag(robot, "SOLD", bounds(table).getMinX() + 5);
        assertThat(table.getColumns().getFirst()).isInstanceOf(MarkColumn.class);
        drag(robot, "SOLD", bounds(table).getMinX() + 5);
        assertThat(table.getColumns().getFirst()).isInstanceOf(MarkColumn.class);
        assertThat(shown()).isEqualTo(rows.layouts().layout().get().shown()).startsWith("SOLD");
        assertThat(orders).containsExactly(List.of());
    }

    @Test
    void theOrderOfATableIsInItsFirstRequest(FxRobot robot) {
        robot.clickOn(labelOf(robot, "PRICE"));
        robot.clickOn(labelOf(robot, "PRICE"));
        robot.interact(() -> rows.show(shelves.table("EMPTY_SHELF")));
        orders.clear();
        robot.interact(() -> rows.show(shelves.table("GOODS")));
        Frames.pass();
        assertThat(orders).containsExactly(List.of(new Sort("PRICE", false)));
        assertThat(rows.rows().getFirst().get("ID").text()).isEqualTo("450");
        assertThat(table.getSortOrder()).hasSize(1);
        assertThat(table.getSortOrder().getFirst().getSortType()).isEqualTo(TableColumn.SortType.DESCENDING);
    }

    /** Read ahead, before anybody knew the order. */
    @Test
    void aFirstPageInAnotherOrderIsNotShown(FxRobot robot) {
        Page page = shelves.store.page(RowsModel.firstPage(Shelves.GOODS));
        robot.interact(() -> rows.sortBy(List.of(new Sort("PRICE", false))));
        robot.interact(() -> rows.show(shelves.table("EMPTY_SHELF")));
        robot.interact(() -> rows.show(shelves.table("GOODS"), page));
        Frames.pass();
        assertThat(rows.rows().getFirst().get("ID").text()).isEqualTo("450");
    }

    @Test
    void aWidthGivenByHandStaysAndTheOthersFit(FxRobot robot) {
        double fits = column("NAME").getWidth();
        Bounds edge = header(robot, "NAME");
        robot.drag(new Point2D(edge.getMaxX() - 1, edge.getCenterY()), MouseButton.PRIMARY)
                .moveBy(60, 0)
                .drop();
        double wide = column("NAME").getWidth();
        assertThat(wide).isGreaterThan(fits + 30);
        assertThat(rows.layouts().layout().get().widths()).containsOnlyKeys("NAME");
        robot.interact(() -> rows.show(shelves.table("EMPTY_SHELF")));
        robot.interact(() -> rows.show(shelves.table("GOODS")));
        Frames.pass();
        assertThat(column("NAME").getWidth()).isCloseTo(wide, Offset.offset(1.0));
        robot.interact(() -> rows.layouts().fit("NAME"));
        assertThat(column("NAME").getWidth()).isCloseTo(fits, Offset.offset(1.0));
        assertThat(rows.layouts().layout().get().widths()).isEmpty();
    }

    @Test
    void theMenuOfAHeaderSortsAndHides(FxRobot robot) {
        menuOf(robot, "NAME");
        choose(robot, "Sort descending");
        assertThat(orders.getLast()).containsExactly(new Sort("NAME", false));
        assertThat(orders).hasSize(2);
        menuOf(robot, "NAME");
        choose(robot, "Hide this column");
        assertThat(shown()).doesNotContain("NAME");
        assertThat(rows.rows().getFirst().get("NAME").text()).isEqualTo("Good 999");
        menuOf(robot, "PRICE");
        choose(robot, "Order of the key");
        assertThat(orders.getLast()).isEmpty();
    }

    @Test
    void aColumnSizedToFitCutsNoText(FxRobot robot) {
        shelves.run("update goods set remark = repeat('long words ', 6) where id = 3");
        robot.interact(() -> rows.refresh());
        Frames.pass();
        assertThat(column("REMARK").getWidth()).isEqualTo(260);
        menuOf(robot, "REMARK");
        choose(robot, "Size to fit");
        double whole = column("REMARK").getWidth();
        assertThat(whole).isBetween(350.0, 600.0);
        assertThat(rows.layouts().layout().get().widths()).containsExactly(Map.entry("REMARK", whole));
        robot.interact(() -> rows.layouts().widen("REMARK", 90));
        assertThat(column("REMARK").getWidth()).isEqualTo(90);
        menuOf(robot, "REMARK");
        choose(robot, "Size to fit");
        assertThat(column("REMARK").getWidth()).isEqualTo(whole);
    }

    @Test
    void aColumnIsMovedWidenedAndHiddenByKeys(FxRobot robot) {
        robot.clickOn("Good 998");
        double before = column("NAME").getWidth();
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(shown()).startsWith("ID", "PRICE", "NAME");
        robot.press(KeyCode.ALT).type(KeyCode.LEFT, 3).release(KeyCode.ALT);
        assertThat(shown()).startsWith("NAME", "ID", "PRICE");
        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.RIGHT, 2).release(KeyCode.SHIFT, KeyCode.ALT);
        assertThat(column("NAME").getWidth()).isCloseTo(before + 40, Offset.offset(1.0));
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        choose(robot, "Hide this column");
        assertThat(shown()).startsWith("ID", "PRICE").doesNotContain("NAME");
        assertThat(current()).isEqualTo("ID");
    }

    @Test
    void theLastColumnCannotBeHiddenFromItsMenu(FxRobot robot) {
        robot.interact(() -> GOODS.stream().skip(1).forEach(rows.layouts()::hide));
        menuOf(robot, "ID");
        assertThat(item("Hide this column").isDisable()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(shown()).containsExactly("ID");
    }

    @Test
    void aFilterOfAHiddenColumnStaysAndTheBoxesBeginAtTheFirstColumnShown(FxRobot robot) {
        robot.interact(() -> rows.filters().entry("NAME").orElseThrow().typed().set("good 95"));
        robot.interact(() -> rows.filters().apply());
        robot.interact(() -> rows.layouts().hide("NAME"));
        robot.interact(() -> rows.layouts().hide("ID"));
        Frames.pass();
        assertThat(rows.rows()).hasSize(10);
        assertThat(rows.filters().chips()).hasSize(1);
        robot.interact(grid::filter);
        assertThat(table.getScene().getFocusOwner().getId()).isEqualTo("filter-PRICE");
        robot.interact(() -> rows.layouts().arrange(List.of("ID", "NAME", "SOLD", "PRICE", "PICTURE", "REMARK")));
        robot.interact(grid::filter);
        robot.interact(grid::filter);
        assertThat(table.getScene().getFocusOwner().getId()).isEqualTo("filter-SOLD");
    }

    @Test
    void rowsAreAsHighAsOneWants(FxRobot robot) {
        assertThat(rowHeight(robot)).isEqualTo(26);
        robot.interact(() -> rows.layouts().makeRows(RowHeight.COMFORTABLE));
        Frames.pass();
        assertThat(rowHeight(robot)).isEqualTo(36);
        robot.interact(() -> rows.layouts().makeRows(RowHeight.COMPACT));
        Frames.pass();
        assertThat(rowHeight(robot)).isEqualTo(26);
    }

    @Test
    void aViewIsShownWithOneRequest(FxRobot robot) {
        SavedView view = new SavedView(
                "Sold",
                Map.of("SOLD", "yes"),
                "good 9",
                new TableLayout(
                        List.of("REMARK", "ID"),
                        Set.of("PICTURE", "PRICE"),
                        Map.of("ID", 120.0),
                        List.of(new Sort("NAME", true)),
                        1));
        robot.interact(() -> rows.views().apply(view));
        Frames.pass();
        assertThat(orders).containsExactly(List.of(), List.of(new Sort("NAME", true)));
        assertThat(shown()).containsExactly("REMARK", "ID", "NAME", "SOLD");
        assertThat(column("ID").getWidth()).isEqualTo(120);
        assertThat(rows.rows())
                .hasSize(50)
                .allMatch(row -> row.get("SOLD").text().equals("true"));
        assertThat(rows.filters().chips()).hasSize(2);
        assertThat(rows.views().inForce(view)).isTrue();
        robot.interact(() -> rows.views().applyNone());
        Frames.pass();
        assertThat(shown()).isEqualTo(GOODS);
        assertThat(table.getSortOrder()).isEmpty();
        assertThat(rows.rows()).hasSize(RowsModel.PAGE);
    }

    private List<String> shown() {
        return table.getVisibleLeafColumns().stream()
                .flatMap(column -> column instanceof ValueColumn value
                        ? List.of(value.column().name()).stream()
                        : List.<String>of().stream())
                .toList();
    }

    private String current() {
        return rows.cells().current().map(CurrentCell::column).map(Column::name).orElse("");
    }

    private ValueColumn column(String name) {
        return table.getColumns().stream()
                .filter(ValueColumn.class::isInstance)
                .map(ValueColumn.class::cast)
                .filter(column -> column.column().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void drag(FxRobot robot, String column, double x) {
        Bounds from = header(robot, column);
        robot.drag(new Point2D(from.getCenterX(), from.getCenterY()), MouseButton.PRIMARY)
                .moveTo(new Point2D(x + 20, from.getCenterY()))
                .moveTo(new Point2D(x, from.getCenterY()))
                .drop();
        Frames.pass();
    }

    private static Node headerNode(FxRobot robot, String column) {
        return robot.lookup(".column-header").queryAll().stream()
                .filter(node -> node instanceof TableColumnHeader header
                        && header.getTableColumn() instanceof ValueColumn value
                        && value.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static Bounds header(FxRobot robot, String column) {
        return bounds(headerNode(robot, column));
    }

    private static Node labelOf(FxRobot robot, String column) {
        return headerNode(robot, column).lookup(".column-name");
    }

    private static Bounds bounds(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    private static double rowHeight(FxRobot robot) {
        return robot.lookup(".table-row-cell").queryAll().stream()
                .filter(node -> node instanceof TableRow<?> row && row.getIndex() == 0)
                .findFirst()
                .orElseThrow()
                .getLayoutBounds()
                .getHeight();
    }

    private static void menuOf(FxRobot robot, String column) {
        robot.interact(() -> {
            Node header = labelOf(robot, column);
            Bounds place = bounds(header);
            PickResult pick = new PickResult(header, place.getCenterX(), place.getCenterY());
            Event.fireEvent(
                    header,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            5,
                            5,
                            place.getCenterX(),
                            place.getCenterY(),
                            false,
                            pick));
        });
    }

    private static void choose(FxRobot robot, String words) {
        robot.interact(() -> {
            item(words).fire();
            item(words).getParentPopup().hide();
        });
        Frames.pass();
    }

    private static MenuItem item(String words) {
        return Window.getWindows().stream()
                .flatMap(window ->
                        window instanceof ContextMenu menu ? menu.getItems().stream() : List.<MenuItem>of().stream())
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }
}
