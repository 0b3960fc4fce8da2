package dev.concord.app.browse;

import static dev.concord.app.browse.Shelves.TEXTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.cells.CurrentCell;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.ui.theme.Theme;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The first columns of a wide table stay where they are while one scrolls, over a real database, under the robot. */
@ExtendWith(OwnWindow.class)
class FrozenColumnsViewTest {
    private static final int COLUMNS = 60;

    private final Shelves shelves = new Shelves();
    private final PendingEdits pending = new PendingEdits();
    private final Work work = Work.of(Runnable::run, Platform::runLater, (after, task) -> task.run(), fault -> {
        throw new IllegalStateException(fault);
    });

    private final RowsModel rows = new RowsModel(shelves.store, work, TEXTS);

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private RowsView grid;

    @SuppressWarnings("NullAway.Init")
    private Stage window;

    @Start
    void start(Stage stage) {
        String columns = IntStream.range(1, COLUMNS)
                .mapToObj(place -> "c" + place + " varchar(20) default 'v" + place + "'")
                .collect(Collectors.joining(", "));
        shelves.run(
                "create table wide (id int primary key, " + columns + ")",
                "insert into wide (id) select x from system_range(1, 150)");
        grid = new RowsView(
                rows,
                new RowNumbers(shelves.store, work, rows, TEXTS),
                TEXTS,
                shelves.edits(pending),
                row -> {},
                key -> {});
        window = stage;
        Scene scene = new Scene(new BorderPane(grid.root()), 800, 400);
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
        stage.setScene(scene);
        stage.show();
        rows.show(shelves.table("WIDE"));
    }

    @BeforeEach
    void atTheSecondColumn(FxRobot robot) {
        Frames.pass();
        robot.interact(() -> {
            grid.focus();
            rows.cells().go(2, "C1");
        });
        Frames.pass();
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void frozenColumnsAndTheMarksOfTheRowsStayInSight(FxRobot robot) {
        Bounds mark = bounds(robot, ".mark-cell");
        alt(robot, KeyCode.HOME);
        assertThat(rows.layouts().layout().get().frozen()).isEqualTo(2);
        Bounds cell = cell(robot, 3, "C1");
        Bounds header = header(robot, "C1");
        control(robot, KeyCode.RIGHT);
        assertThat(current()).isEqualTo("3 C59");
        assertThat(cell(robot, 3, "C1")).isEqualTo(cell);
        assertThat(header(robot, "C1")).isEqualTo(header);
        assertThat(bounds(robot, ".mark-cell")).isEqualTo(mark);
        assertThat(cell(robot, 3, "C59").getMaxX())
                .isLessThanOrEqualTo(grid.grid().getScene().getWidth());
        assertThat(grid.grid().lookupAll(".frozen-cells"))
                .allSatisfy(cells -> assertThat(((Region) cells).getBackground())
                        .as("what is behind them is not seen")
                        .isEqualTo(((Region) cells.getParent()).getBackground()));
        robot.interact(() -> Pictures.take(window.getScene(), "frozen-columns"));
        robot.clickOn(robot.lookup(node -> is(node, 4, "C1")).<Node>query());
        assertThat(current()).as("it is in front of the others").isEqualTo("4 C1");
        press(robot, KeyCode.PAGE_DOWN);
        press(robot, KeyCode.PAGE_DOWN);
        String id = current().substring(0, current().indexOf(' '));
        assertThat(id).isNotEqualTo("4");
        assertThat(cell(robot, Integer.parseInt(id), "ID").getMinX())
                .as("whichever row the cells are used for")
                .isEqualTo(mark.getMaxX());
    }

    @Test
    void theCurrentCellIsNeverBehindAFrozenOne(FxRobot robot) {
        alt(robot, KeyCode.HOME);
        control(robot, KeyCode.RIGHT);
        double edge = cell(robot, 3, "C1").getMaxX();
        for (int place = COLUMNS - 2; place > 1; place--) {
            press(robot, KeyCode.LEFT);
            assertThat(current()).isEqualTo("3 C" + place);
            assertThat(cell(robot, 3, "C" + place).getMinX()).as("C" + place).isGreaterThanOrEqualTo(edge - 1);
        }
    }

    @Test
    void aFrozenCellIsEditedWhereItIs(FxRobot robot) {
        alt(robot, KeyCode.HOME);
        control(robot, KeyCode.RIGHT);
        robot.interact(() -> rows.cells().go(2, "C1"));
        Frames.pass();
        robot.write("x");
        Frames.pass();
        Bounds editor = bounds(robot, "#cell-editor");
        assertThat(editor.getMinX()).isEqualTo(cell(robot, 3, "C1").getMinX());
        assertThat(cell(robot, 3, "C57").getMinX()).as("nothing is scrolled").isLessThan(800);
        press(robot, KeyCode.ENTER);
        RecordKey third = rows.keyOf(rows.rows().get(2)).orElseThrow();
        assertThat(pending.find(third).orElseThrow().draft().get("C1")).isEqualTo(Value.of("x"));
    }

    @Test
    void onceMoreTheColumnsScrollAgainAndSoTheyDoWhereThereIsNoRoomForTheOthers(FxRobot robot) {
        alt(robot, KeyCode.HOME);
        alt(robot, KeyCode.HOME);
        control(robot, KeyCode.RIGHT);
        assertThat(robot.lookup(node -> is(node, 3, "C1")).tryQuery()).isEmpty();
        control(robot, KeyCode.LEFT);
        robot.interact(() -> rows.cells().go(2, "C20"));
        alt(robot, KeyCode.HOME);
        control(robot, KeyCode.RIGHT);
        assertThat(robot.lookup(node -> is(node, 3, "C1")).tryQuery()).isEmpty();
        assertThat(cell(robot, 3, "C59").getMaxX()).isLessThanOrEqualTo(800);
    }

    private static void alt(FxRobot robot, KeyCode code) {
        robot.press(KeyCode.ALT).type(code).release(KeyCode.ALT);
        Frames.pass();
    }

    private static void control(FxRobot robot, KeyCode code) {
        robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
        Frames.pass();
    }

    private static void press(FxRobot robot, KeyCode code) {
        robot.type(code);
        Frames.pass();
    }

    private static Bounds bounds(FxRobot robot, String query) {
        return inScene(robot.lookup(query).query());
    }

    private static Bounds cell(FxRobot robot, int id, String column) {
        return inScene(robot.lookup(node -> is(node, id, column)).query());
    }

    private static boolean is(Node node, int id, String column) {
        return node instanceof GridCell cell
                && cell.column().equals(column)
                && cell.getScene() != null
                && cell.getTableRow().getItem() != null
                && cell.getTableRow().getItem().get("ID").equals(Value.of(id));
    }

    private static Bounds header(FxRobot robot, String column) {
        return inScene(robot.lookup(node -> node instanceof TableColumnHeader header
                        && header.getTableColumn() instanceof ValueColumn value
                        && value.column().name().equals(column))
                .query());
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private String current() {
        CurrentCell cell = rows.cells().current().orElseThrow();
        return cell.row().get("ID").text() + " " + cell.column().name();
    }
}
