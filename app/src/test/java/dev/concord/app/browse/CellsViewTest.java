package dev.concord.app.browse;

import static dev.concord.app.browse.Shelves.ROWS;
import static dev.concord.app.browse.Shelves.TEXTS;
import static dev.concord.app.browse.Shelves.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.cells.CellCopy;
import dev.concord.app.cells.CellRectangle;
import dev.concord.app.cells.CopyActions;
import dev.concord.app.cells.CurrentCell;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The current cell and the selected rectangle in the grid, over a real database, by keyboard and mouse. */
@ExtendWith(OwnWindow.class)
class CellsViewTest {
    private final Shelves shelves = new Shelves();
    private final Work work = Work.of(Runnable::run, Platform::runLater, fault -> {
        throw new IllegalStateException(fault);
    });

    private final RowsModel rows = new RowsModel(shelves.store, work, TEXTS);
    private final List<Row> looked = new ArrayList<>();
    private final List<RecordKey> opened = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private RowsView grid;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        grid = new RowsView(
                rows,
                new RowNumbers(shelves.store, work, rows, TEXTS),
                TEXTS,
                shelves.edits(new PendingEdits()),
                looked::add,
                key -> {});
        rows.selected().subscribe(key -> key.ifPresent(opened::add));
        CopyActions copying = new CopyActions(
                new CellCopy(
                        rows.cells(),
                        rows.scope()::get,
                        rows::from,
                        new PendingEdits(),
                        shelves.store,
                        work,
                        TEXTS,
                        said::add),
                TEXTS);
        copying.listenTo(grid.grid());
        grid.offer(copying::entries);
        BorderPane pane = new BorderPane(grid.root());
        pane.setTop(new Button("before"));
        pane.setBottom(new Button("after"));
        scene = new Scene(pane, 700, 480);
        dress(Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        rows.show(shelves.table("GOODS"));
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void arrowsMoveTheCurrentCellAndOnlyAnotherRowOpensAnotherRecord(FxRobot robot) {
        robot.clickOn("Good 998");
        assertThat(current()).isEqualTo("2 NAME");
        robot.type(KeyCode.RIGHT);
        assertThat(current()).isEqualTo("2 PRICE");
        robot.type(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
        assertThat(current()).isEqualTo("2 ID");
        assertThat(opened).containsExactly(good(2));
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
        assertThat(current()).isEqualTo("3 ID");
        assertThat(opened).containsExactly(good(2), good(3), good(4), good(3));
        assertThat(selected()).isEqualTo("3..3 ID");
    }

    @Test
    void tabGoesThroughTheCellsAndWrapsToTheNextRow(FxRobot robot) {
        robot.clickOn("Good 998");
        robot.type(KeyCode.TAB, 4);
        assertThat(current()).isEqualTo("2 REMARK");
        robot.type(KeyCode.TAB);
        assertThat(current()).isEqualTo("3 ID");
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(current()).isEqualTo("2 REMARK");
        robot.interact(() -> rows.cells().go(0, "ID"));
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(current()).isEqualTo("1 ID");
    }

    @Test
    void ctrlTabLeavesTheGrid(FxRobot robot) {
        robot.clickOn("Good 998");
        robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
        assertThat(scene.getFocusOwner()).isInstanceOf(Button.class);
        robot.clickOn("Good 996");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(scene.getFocusOwner()).isInstanceOf(Button.class);
    }

    @Test
    void shiftExtendsTheRectangleAndEscapeGoesBackToTheCurrentCell(FxRobot robot) {
        robot.clickOn("Good 998");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 3).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        assertThat(selected()).isEqualTo("2..5 NAME PRICE");
        assertThat(current()).isEqualTo("2 NAME");
        assertThat(opened).containsExactly(good(2));
        assertThat(painted(robot, "chosen")).isEqualTo(7);
        assertThat(painted(robot, "current")).isEqualTo(1);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP, 4).release(KeyCode.SHIFT);
        assertThat(selected()).isEqualTo("1..2 NAME PRICE");
        robot.type(KeyCode.ESCAPE);
        assertThat(selected()).isEqualTo("2..2 NAME");
        assertThat(painted(robot, "chosen")).isZero();
    }

    @Test
    void ctrlGoesToTheEndsOfTheTable(FxRobot robot) {
        robot.clickOn("Good 998");
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT);
        assertThat(current()).isEqualTo("2 REMARK");
        robot.type(KeyCode.LEFT);
        assertThat(current()).isEqualTo("2 ID");
        robot.type(KeyCode.END).release(KeyCode.CONTROL);
        Frames.pass();
        assertThat(current()).isEqualTo(ROWS + " REMARK");
        robot.type(KeyCode.HOME);
        Frames.pass();
        assertThat(current()).isEqualTo("1 REMARK");
        robot.press(KeyCode.CONTROL).type(KeyCode.HOME).type(KeyCode.DOWN).release(KeyCode.CONTROL);
        Frames.pass();
        assertThat(current()).isEqualTo(ROWS + " ID");
    }

    @Test
    void aRectangleReachesFromTheFirstRowToTheLastAlthoughFewAreLoaded(FxRobot robot) {
        robot.clickOn("Good 998");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.END).release(KeyCode.SHIFT, KeyCode.CONTROL);
        Frames.pass();
        assertThat(current()).isEqualTo("2 NAME");
        assertThat(selected()).isEqualTo("2.." + ROWS + " NAME PRICE PICTURE SOLD REMARK");
        assertThat(opened).containsExactly(good(2));
        assertThat(painted(robot, "chosen")).isGreaterThan(10);
        robot.type(KeyCode.UP);
        assertThat(current()).doesNotStartWith("2 ");
    }

    @Test
    void rowsColumnsAndEverythingAreSelectedByTheirKeys(FxRobot robot) {
        robot.clickOn("Good 998");
        robot.press(KeyCode.SHIFT).type(KeyCode.SPACE).release(KeyCode.SHIFT);
        assertThat(selected()).isEqualTo("2..2 ID NAME PRICE PICTURE SOLD REMARK");
        robot.type(KeyCode.ESCAPE).press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
        assertThat(selected()).isEqualTo("every NAME");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(selected()).isEqualTo("every ID NAME PRICE PICTURE SOLD REMARK");
        assertThat(current()).isEqualTo("2 NAME");
        robot.type(KeyCode.DOWN);
        assertThat(selected()).isEqualTo("3..3 NAME");
    }

    @Test
    void pagesMoveByWhatIsInSight(FxRobot robot) {
        robot.clickOn("Good 998");
        robot.type(KeyCode.PAGE_DOWN);
        int page = Integer.parseInt(current().substring(0, current().indexOf(' '))) - 2;
        assertThat(page).isBetween(8, 20);
        robot.press(KeyCode.SHIFT).type(KeyCode.PAGE_DOWN).release(KeyCode.SHIFT);
        assertThat(selected()).isEqualTo((2 + page) + ".." + (2 + 2 * page) + " NAME");
        Frames.pass();
        assertThat(painted(robot, "chosen")).isEqualTo(page);
        robot.type(KeyCode.PAGE_UP, KeyCode.PAGE_UP);
        assertThat(current()).isEqualTo("1 NAME");
    }

    @Test
    void theMouseSelectsByDraggingAndByShift(FxRobot robot) {
        robot.drag(cell(robot, 2, "NAME"), MouseButton.PRIMARY).moveTo(cell(robot, 4, "PRICE"));
        assertThat(selected()).isEqualTo("2..4 NAME PRICE");
        robot.drop();
        robot.press(KeyCode.SHIFT).clickOn(cell(robot, 1, "SOLD")).release(KeyCode.SHIFT);
        assertThat(selected()).isEqualTo("1..2 NAME PRICE PICTURE SOLD");
        assertThat(opened).containsExactly(good(2));
        robot.clickOn(cell(robot, 3, "ID"));
        assertThat(selected()).isEqualTo("3..3 ID");
    }

    @Test
    void draggingBeyondTheEdgeScrolls(FxRobot robot) throws Exception {
        robot.drag(cell(robot, 2, "NAME"), MouseButton.PRIMARY).moveTo("after");
        Frames.until(() -> rows.cells().extentIndex() > 30);
        robot.drop();
        int reached = rows.cells().extentIndex();
        Frames.pass();
        assertThat(rows.cells().extentIndex()).isEqualTo(reached);
        assertThat(current()).isEqualTo("2 NAME");
        assertThat(painted(robot, "chosen")).isGreaterThan(5);
    }

    @Test
    void theMarkOfARowSelectsTheWholeRow(FxRobot robot) {
        Node mark = robot.lookup(".mark-cell").queryAll().stream()
                .filter(node -> ((TableCell<?, ?>) node).getIndex() == 2)
                .findFirst()
                .orElseThrow();
        robot.clickOn(mark);
        assertThat(selected()).isEqualTo("3..3 ID NAME PRICE PICTURE SOLD REMARK");
        assertThat(opened).containsExactly(good(3));
    }

    @Test
    void aClickOnAHeaderSortsAndTheCurrentCellStays(FxRobot robot) {
        robot.clickOn("Good 998").press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.clickOn("SOLD");
        Frames.pass();
        assertThat(rows.rows().getFirst().get("ID").text()).isNotEqualTo("2");
        assertThat(rows.cells().current().flatMap(CurrentCell::key).or(rows.selected()::get))
                .contains(good(2));
        robot.clickOn("SOLD").clickOn("SOLD");
        Frames.pass();
        assertThat(selected()).isEqualTo("2..2 NAME");
    }

    @Test
    void theCurrentColumnIsInSight(FxRobot robot) {
        robot.interact(() -> table(robot).getColumns().get(2).setPrefWidth(900));
        Frames.pass();
        robot.clickOn(cell(robot, 2, "ID"));
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        Frames.pass();
        assertThat(robot.bounds(cell(robot, 2, "PRICE")).query().getMaxX())
                .isLessThanOrEqualTo(robot.bounds(table(robot)).query().getMaxX());
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        Frames.pass();
        assertThat(robot.bounds(cell(robot, 2, "ID")).query().getMinX())
                .isGreaterThanOrEqualTo(robot.bounds(table(robot)).query().getMinX());
    }

    @Test
    void theCurrentCellIsWhatScreenReadersFocus(FxRobot robot) {
        robot.clickOn("Good 998").type(KeyCode.RIGHT);
        Frames.pass();
        assertThat(table(robot).queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM))
                .isSameAs(cell(robot, 2, "PRICE"));
    }

    @Test
    void rowsWithoutARecordHaveACurrentCell(FxRobot robot) {
        robot.interact(() -> rows.show(shelves.table("MOVEMENT")));
        Frames.pass();
        robot.clickOn("7").type(KeyCode.LEFT);
        assertThat(rows.cells().current().orElseThrow().column().name()).isEqualTo("MOVED");
        assertThat(looked).hasSize(1);
    }

    @Test
    void ctrlCCopiesForSpreadsheets(FxRobot robot) {
        robot.clickOn("Good 998")
                .press(KeyCode.SHIFT)
                .type(KeyCode.DOWN, KeyCode.RIGHT)
                .release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        Frames.pass();
        robot.interact(() -> {
            assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("Good 998\t0.5\nGood 997\t0.75");
            assertThat(Clipboard.getSystemClipboard().getHtml()).contains("<td x:num=\"0.75\"");
        });
        assertThat(said).isEmpty();
    }

    @Test
    void everyFormIsChosenByKeyboard(FxRobot robot) {
        robot.clickOn("Good 998")
                .press(KeyCode.SHIFT)
                .type(KeyCode.DOWN, KeyCode.RIGHT)
                .release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.C).release(KeyCode.SHIFT, KeyCode.CONTROL);
        Frames.pass();
        robot.interact(() -> Pictures.take(Window.getWindows().getLast().getScene(), "cells-copy-as"));
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        Frames.pass();
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo("NAME,PRICE\r\nGood 998,0.5\r\nGood 997,0.75\r\n"));
        assertThat(scene.getFocusOwner()).isInstanceOf(TableView.class);
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        Frames.pass();
        assertThat(robot.lookup(".menu-item").lookup("Copy as").tryQuery()).isPresent();
    }

    @Test
    void whatIsSelectedIsSeenInEveryTheme(FxRobot robot) {
        robot.clickOn("Good 998");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 3).type(KeyCode.RIGHT, 2).release(KeyCode.SHIFT);
        for (Theme theme : Theme.values()) {
            robot.interact(() -> dress(theme));
            robot.interact(() -> Pictures.take(
                    scene, "cells-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        assertThat(painted(robot, "chosen")).isEqualTo(11);
    }

    private String current() {
        return rows.cells()
                .current()
                .map(cell -> cell.row().get("ID").text() + " " + cell.column().name())
                .orElse("");
    }

    /** The rectangle: the keys of its first and last row, and its columns. */
    private String selected() {
        CellRectangle selected = rows.cells().rectangle().orElseThrow();
        String of =
                switch (selected.rows()) {
                    case CellRectangle.EveryRow() -> "every";
                    case CellRectangle.RowRange range ->
                        range.first().row().get("ID").text() + ".."
                                + range.last().row().get("ID").text();
                };
        return of + " "
                + String.join(" ", selected.columns().stream().map(Column::name).toList());
    }

    private static long painted(FxRobot robot, String state) {
        return robot.lookup(".value-cell").queryAll().stream()
                .filter(node -> node.getPseudoClassStates().toString().contains(state))
                .count();
    }

    private Node cell(FxRobot robot, int id, String column) {
        return robot.lookup((Node node) -> node instanceof GridCell cell
                        && cell.column().equals(column)
                        && !cell.isEmpty()
                        && rows.rows().get(cell.getIndex()).get("ID").text().equals(String.valueOf(id)))
                .query();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Row> table(FxRobot robot) {
        return robot.lookup("#rows").queryAs(TableView.class);
    }

    private void dress(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
    }
}
