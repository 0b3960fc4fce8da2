package dev.concord.app.browse;

import static dev.concord.app.browse.Shelves.TEXTS;
import static dev.concord.app.browse.Shelves.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.record.Row;
import dev.concord.ui.theme.Theme;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.layout.BorderPane;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Filters and the search in the grid, over a real database, under the robot. */
@ExtendWith(OwnWindow.class)
class FilterViewTest {
    private final Shelves shelves = new Shelves();
    /** Nothing waits for a pause, so that every keystroke is applied. */
    private final Work work = Work.of(Runnable::run, Platform::runLater, (after, task) -> task.run(), fault -> {
        throw new IllegalStateException(fault);
    });

    private final RowsModel rows = new RowsModel(shelves.store, work, TEXTS);

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
                row -> {},
                key -> {});
        BorderPane pane = new BorderPane(grid.root());
        pane.setTop(grid.search());
        scene = new Scene(pane, 1000, 620);
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
    void aFilterIsTypedUnderAHeaderAndLeftForTheRowsByKeyboard(FxRobot robot) {
        robot.interact(grid::filter);
        assertThat(scene.getFocusOwner().getId()).isEqualTo("filter-ID");
        robot.type(KeyCode.TAB).write("good 95");
        Frames.pass();
        assertThat(rows.rows()).hasSize(10);
        assertThat(words(robot)).isEqualTo("NAME contains “good 95”");
        robot.type(KeyCode.DOWN);
        assertThat(scene.getFocusOwner()).isInstanceOf(TableView.class);
        assertThat(rows.selected().get()).contains(good(41));
        robot.interact(grid::filter);
        robot.type(KeyCode.TAB, KeyCode.ESCAPE);
        Frames.pass();
        assertThat(rows.rows()).hasSize(RowsModel.PAGE);
        robot.interact(grid::filter);
        assertThat(robot.lookup(".filter-field").queryAll()).isEmpty();
        assertThat(scene.getFocusOwner()).isInstanceOf(TableView.class);
    }

    @Test
    void keysOfABoxDoNotMoveTheRowsAndAClickDoesNotSort(FxRobot robot) {
        robot.interact(() -> rows.select(Optional.of(good(3))));
        robot.interact(grid::filter);
        robot.clickOn("#filter-NAME")
                .write("good")
                .type(KeyCode.HOME)
                .write("x")
                .type(KeyCode.END)
                .write("y");
        robot.type(
                KeyCode.UP,
                KeyCode.PAGE_DOWN,
                KeyCode.PAGE_UP,
                KeyCode.END,
                KeyCode.RIGHT,
                KeyCode.RIGHT,
                KeyCode.ENTER);
        robot.type(KeyCode.HOME, KeyCode.LEFT, KeyCode.SPACE, KeyCode.ENTER);
        assertThat(field(robot, "NAME").getText()).isEqualTo(" xgoody");
        assertThat(rows.selected().get()).contains(good(3));
        assertThat(table(robot).getSortOrder()).isEmpty();
    }

    @Test
    void boxesStandUnderTheirHeadersWhateverTheWidths(FxRobot robot) {
        robot.interact(grid::filter);
        robot.interact(() -> {
            table(robot).getColumns().get(2).setPrefWidth(310);
            table(robot).getColumns().add(1, table(robot).getColumns().remove(3));
        });
        Frames.pass();
        for (String name : new String[] {"ID", "NAME", "PRICE"}) {
            var box = robot.bounds(field(robot, name)).query();
            var header = robot.bounds(header(robot, name)).query();
            assertThat(box.getMinY()).as(name).isGreaterThanOrEqualTo(header.getMaxY());
            assertThat(box.getMinX()).as(name).isLessThanOrEqualTo(header.getMinX() + 1);
            assertThat(box.getMaxX()).as(name).isGreaterThanOrEqualTo(header.getMaxX() - 1);
        }
        assertThat(field(robot, "NAME").getWidth()).isCloseTo(310 - 22, Offset.offset(12.0));
    }

    @Test
    void aBoxOutOfSightIsScrolledToWhenItGetsTheKeyboard(FxRobot robot) {
        robot.interact(() -> table(robot).getColumns().get(2).setPrefWidth(1500));
        robot.interact(grid::filter);
        robot.type(KeyCode.TAB, KeyCode.TAB);
        Frames.pass();
        assertThat(scene.getFocusOwner()).isEqualTo(field(robot, "PRICE"));
        assertThat(robot.bounds(field(robot, "PRICE")).query().getMaxX())
                .isLessThanOrEqualTo(robot.bounds(table(robot)).query().getMaxX());
    }

    @Test
    void everyBoxSaysWhatItFilters(FxRobot robot) {
        robot.interact(grid::filter);
        assertThat(field(robot, "PRICE").getAccessibleText()).isEqualTo("Filter PRICE");
        robot.clickOn("#filter-PRICE").write("1x");
        Frames.pass();
        assertThat(robot.lookup("#filter-problem").queryAs(Label.class).getText())
                .isEqualTo("PRICE: Not a number. Write it like 1500.25.");
        assertThat(field(robot, "PRICE").getPseudoClassStates().toString()).contains("unreadable");
        assertThat(field(robot, "PRICE").getAccessibleHelp()).isEqualTo("Not a number. Write it like 1500.25.");
        robot.type(KeyCode.BACK_SPACE);
        Frames.pass();
        assertThat(robot.lookup("#filter-problem").query().isVisible()).isFalse();
        assertThat(rows.rows()).hasSize(1);
    }

    @Test
    void eachChipIsRemovedByItsButtonAndAllByOne(FxRobot robot) {
        robot.interact(() -> {
            rows.filters().entry("NAME").orElseThrow().typed().set("good 9");
            rows.filters().entry("PRICE").orElseThrow().typed().set("<10");
        });
        Frames.pass();
        assertThat(rows.rows()).hasSize(39);
        robot.clickOn((Node node) ->
                node instanceof Button button && button.getText().equals("Remove: NAME contains “good 9”"));
        Frames.pass();
        assertThat(words(robot)).isEqualTo("PRICE is less than 10.00");
        assertThat(scene.getFocusOwner()).isInstanceOf(TableView.class);
        robot.clickOn("#filter-clear-all");
        Frames.pass();
        assertThat(rows.rows()).hasSize(RowsModel.PAGE);
    }

    @Test
    void aSearchMarksWhatItFound(FxRobot robot) {
        robot.interact(grid::focusSearch);
        robot.write("OOD 95");
        Frames.pass();
        assertThat(rows.rows()).hasSize(10);
        Path mark = (Path) cell(robot, "Good 955").lookup(".hit-mark");
        assertThat(mark.getElements()).isNotEmpty();
        Node text = cell(robot, "Good 955").lookup(".text");
        double before = robot.bounds(mark).query().getMinX()
                - robot.bounds(text).query().getMinX();
        assertThat(before).isBetween(5.0, 14.0);
        Path none = (Path) cell(robot, "12.50").lookup(".hit-mark");
        assertThat(none.getElements()).isEmpty();
        for (Theme theme : Theme.values()) {
            robot.interact(grid::filter);
            robot.interact(() -> dress(theme));
            robot.interact(() -> Pictures.take(
                    scene, "filter-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            robot.interact(grid::filter);
        }
        robot.interact(grid::focusSearch);
        robot.type(KeyCode.ESCAPE);
        Frames.pass();
        assertThat(rows.rows()).hasSize(RowsModel.PAGE);
        assertThat(cell(robot, "Good 998").lookup(".hit-mark")).isNull();
    }

    @Test
    void whereNothingMatchesALinkLeadsBackToAllRows(FxRobot robot) {
        robot.interact(grid::focusSearch);
        robot.write("nowhere");
        Frames.pass();
        assertThat(robot.lookup("No row matches: any text contains “nowhere”").tryQuery())
                .isPresent();
        robot.clickOn("#filter-clear");
        Frames.pass();
        assertThat(rows.rows()).hasSize(RowsModel.PAGE);
        assertThat(table(robot).getPlaceholder().lookup("#filter-clear").isVisible())
                .isFalse();
    }

    @Test
    void aRowThatNoLongerFitsIsMarkedInWords(FxRobot robot) {
        robot.interact(() -> rows.filters().entry("PRICE").orElseThrow().typed().set("<1"));
        shelves.run("update goods set price = 5 where id = 2");
        robot.interact(() -> rows.put(shelves.read(2)));
        Frames.pass();
        assertThat(robot.lookup(".mark-cell").queryAll().stream()
                        .map(Node::getAccessibleText)
                        .filter(words -> words != null && !words.isEmpty()))
                .containsExactly("The filter does not let this row through any more. Refresh (F5) hides it.");
        robot.interact(rows::refresh);
        Frames.pass();
        assertThat(rows.rows()).hasSize(2);
    }

    @Test
    void theMenuOfACellFiltersByItsValue(FxRobot robot) {
        choose(robot, cell(robot, "Good 998"), "Filter by this value");
        assertThat(rows.rows()).hasSize(1);
        assertThat(words(robot)).isEqualTo("NAME is “Good 998”");
        choose(robot, cell(robot, "Good 998"), "All but this");
        assertThat(words(robot)).isEqualTo("NAME is not “Good 998”");
        choose(robot, cell(robot, "Good 997"), "Clear filter");
        assertThat(rows.filters().chips()).isEmpty();
    }

    @Test
    void theMenuKeyOpensTheMenuOfTheCurrentCell(FxRobot robot) {
        robot.interact(() -> rows.select(Optional.of(good(2))));
        robot.interact(grid::focus);
        robot.type(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        robot.type(KeyCode.ENTER);
        Frames.pass();
        assertThat(words(robot)).isEqualTo("NAME is “Good 998”");
    }

    private static void choose(FxRobot robot, Node cell, String item) {
        ask(robot, cell);
        robot.clickOn(robot.lookup(".menu-item").lookup(item).<Node>query());
        Frames.pass();
    }

    /** Asks for a menu as the operating system does, which the headless one does not. */
    private static void ask(FxRobot robot, Node node) {
        robot.interact(() -> {
            Point2D place = node.localToScreen(5, 5);
            PickResult pick = new PickResult(node, place.getX(), place.getY());
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, place.getX(), place.getY(), false, pick));
        });
    }

    private static String words(FxRobot robot) {
        return robot.lookup("#filter-chips")
                .lookup(".label")
                .queryAs(Label.class)
                .getText();
    }

    private static TextField field(FxRobot robot, String column) {
        return robot.lookup("#filter-" + column).queryAs(TextField.class);
    }

    private static Node header(FxRobot robot, String name) {
        return robot.lookup(
                        (Label label) -> label.getStyleClass().contains("column-name") && name.equals(label.getText()))
                .query();
    }

    private static TableCell<?, ?> cell(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof TableCell<?, ?> cell && text.equals(cell.getText()))
                .queryAs(TableCell.class);
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
