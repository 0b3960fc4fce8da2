package dev.concord.app.browse;

import static dev.concord.app.browse.Shelves.ROWS;
import static dev.concord.app.browse.Shelves.TEXTS;
import static dev.concord.app.browse.Shelves.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.pending.FieldInput;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The list of tables and the grid of rows side by side, over a real database, under the robot. */
@ExtendWith(OwnWindow.class)
class BrowseViewTest {
    private final Shelves shelves = new Shelves();
    /** Answers arrive after the click that asked for them, as they do in the program. */
    private final Work work = Work.of(Runnable::run, Platform::runLater, fault -> {
        throw new IllegalStateException(fault);
    });

    private final TableListModel tables = new TableListModel();
    private final RowsModel rows = new RowsModel(shelves.store, work, TEXTS);
    private final PendingEdits pending = new PendingEdits();
    private final List<Row> looked = new ArrayList<>();
    private final List<String> again = new ArrayList<>();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private TableListView list;

    @SuppressWarnings("NullAway.Init")
    private RowsView grid;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        list = new TableListView(tables, TEXTS, () -> again.add("table"));
        grid = new RowsView(
                rows,
                new RowNumbers(shelves.store, work, rows, TEXTS),
                TEXTS,
                shelves.edits(pending),
                looked::add,
                key -> again.add(key.label()));
        SplitPane panes = new SplitPane(list.root(), grid.root());
        panes.setDividerPositions(0.2);
        scene = new Scene(panes, 1000, 620);
        dress(Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        tables.selected().subscribe(table -> table.ifPresent(t -> rows.show(shelves.table(t.id().name()))));
        tables.show(shelves.store.catalog().tables());
        tables.select(tables.all().get(2));
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void clickingATableShowsItsRows(FxRobot robot) {
        robot.clickOn("EMPTY_SHELF");
        assertThat(rows.table().get().orElseThrow().id().name()).isEqualTo("EMPTY_SHELF");
        assertThat(robot.lookup("This table has no rows yet").tryQuery()).isPresent();
    }

    @Test
    void searchingByKeyboardLeadsFromTheWordToTheTable(FxRobot robot) {
        robot.interact(list::focusSearch);
        robot.write("mov").type(KeyCode.ENTER);
        assertThat(tables.selected().get().orElseThrow().id().name()).isEqualTo("MOVEMENT");
        assertThat(scene.getFocusOwner()).isInstanceOf(ListView.class);
        robot.interact(list::focusSearch);
        robot.type(KeyCode.ESCAPE);
        assertThat(tables.shown()).hasSize(4);
        robot.write("nothing like it");
        assertThat(robot.lookup("No table of that name").tryQuery()).isPresent();
    }

    @Test
    void aRowClickedIsTheRecordSelected(FxRobot robot) {
        robot.clickOn("Good 998");
        assertThat(rows.selected().get()).contains(good(2));
        assertThat(again).isEmpty();
    }

    @Test
    void whatIsSelectedAlreadyIsReadAgainByAClick(FxRobot robot) {
        robot.clickOn("Good 998").clickOn("Good 998");
        assertThat(again).containsExactly(good(2).label());
        robot.clickOn("Good 997");
        assertThat(again).hasSize(1);
        again.clear();
        robot.clickOn("EMPTY_SHELF");
        assertThat(again).isEmpty();
        robot.clickOn("EMPTY_SHELF");
        assertThat(again).containsExactly("table");
        robot.type(KeyCode.ENTER);
        assertThat(again).hasSize(2);
    }

    @Test
    void arrowKeysMoveFromRecordToRecord(FxRobot robot) {
        robot.clickOn("Good 998").type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertThat(rows.selected().get()).contains(good(4));
    }

    @Test
    void clickingAHeaderSortsUpThenDownThenNotAtAll(FxRobot robot) {
        robot.clickOn("NAME");
        assertThat(first("NAME")).isEqualTo(Value.of("Good 550"));
        robot.clickOn("NAME");
        assertThat(first("NAME")).isEqualTo(Value.of("Good 999"));
        robot.clickOn("PRICE").clickOn("PRICE").clickOn("PRICE");
        assertThat(first("ID")).isEqualTo(Value.of(1));
    }

    @Test
    void theSelectionStaysWithItsRecordWhileSorting(FxRobot robot) {
        robot.clickOn("Good 998").clickOn("PRICE");
        assertThat(rows.selected().get()).contains(good(2));
        assertThat(table(robot).getSelectionModel().getSelectedItem().get("ID")).isEqualTo(Value.of(2));
        robot.clickOn("PRICE");
        assertThat(rows.selected().get()).contains(good(2));
        assertThat(table(robot).getSelectionModel().isEmpty()).isTrue();
    }

    @Test
    void scrollingDownReadsTheNextPages(FxRobot robot) {
        assertThat(rows.rows()).hasSize(RowsModel.PAGE);
        robot.interact(() -> table(robot).scrollTo(RowsModel.PAGE - 1));
        Frames.pass();
        assertThat(rows.rows()).hasSizeGreaterThan(RowsModel.PAGE);
    }

    @Test
    void theRowsInSightStayWhereTheyAreWhenPagesComeAndGoAboveThem(FxRobot robot) {
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.END);
        Frames.pass();
        assertThat(rows.selected().get()).contains(good(ROWS));
        assertThat(inSight(robot)).endsWith(ROWS);
        robot.interact(() -> table(robot).scrollTo(RowsModel.PAGE - 100));
        robot.interact(() -> flow(robot).scrollPixels(-7));
        Frames.pass();
        List<Integer> before = inSight(robot);
        double top = flow(robot).getFirstVisibleCell().getLayoutY();
        robot.interact(() -> rows.loadBefore());
        Frames.pass();
        assertThat(rows.rows()).hasSize(2 * RowsModel.PAGE);
        assertThat(inSight(robot)).isEqualTo(before);
        assertThat(flow(robot).getFirstVisibleCell().getLayoutY()).isEqualTo(top);
        robot.interact(() -> rows.shown().remove(0, 150));
        Frames.pass();
        assertThat(inSight(robot)).isEqualTo(before);
        robot.type(KeyCode.HOME);
        Frames.pass();
        assertThat(rows.selected().get()).contains(good(1));
        assertThat(inSight(robot)).startsWith(1);
    }

    @Test
    void theBarIsInRowsOfTheWholeTable(FxRobot robot) {
        Frames.pass();
        ScrollBar bar = robot.lookup("#rows-bar").query();
        assertThat(bar.getMax() + inSight(robot).size()).isBetween(ROWS - 2.0, ROWS + 2.0);
        robot.interact(() -> bar.setValue(321));
        Frames.pass();
        assertThat(inSight(robot)).startsWith(322);
        assertThat(bar.getValue()).isBetween(320.0, 322.0);
        assertThat(table(robot).queryAccessibleAttribute(AccessibleAttribute.ROW_COUNT))
                .isEqualTo(ROWS);
        TableRow<?> shown = robot.lookup(".table-row-cell").queryAll().stream()
                .map(node -> (TableRow<?>) node)
                .filter(row -> row.getItem() instanceof Row now && now.get("ID").equals(Value.of(330)))
                .findFirst()
                .orElseThrow();
        assertThat(shown.queryAccessibleAttribute(AccessibleAttribute.INDEX)).isEqualTo(329);
        robot.interact(() -> table(robot).scrollTo(0));
        Frames.pass();
        double first = inSight(robot).getFirst();
        assertThat(bar.getValue()).isBetween(first - 1, first);
        robot.interact(() -> bar.setValue(bar.getMax()));
        Frames.pass();
        assertThat(inSight(robot)).endsWith(ROWS);
    }

    private static VirtualFlow<?> flow(FxRobot robot) {
        return (VirtualFlow<?>) table(robot).lookup(".virtual-flow");
    }

    /** The keys of the rows in sight, from the first to the last. */
    private List<Integer> inSight(FxRobot robot) {
        VirtualFlow<?> flow = flow(robot);
        return IntStream.rangeClosed(
                        flow.getFirstVisibleCell().getIndex(),
                        flow.getLastVisibleCell().getIndex())
                .mapToObj(index ->
                        Integer.valueOf(rows.shown().get(index).get("ID").text()))
                .toList();
    }

    @Test
    void columnsAreAsWideAsWhatTheyShowAndStayAsTheUserMadeThem(FxRobot robot) {
        TableColumn<Row, ?> price = column(robot, "PRICE");
        double narrow = price.getWidth();
        robot.interact(
                () -> rows.shown().add(rows.rows().getFirst().with("PRICE", Value.of(123_456_789_012_345_678L))));
        Frames.pass();
        double wide = price.getWidth();
        assertThat(wide).isGreaterThan(narrow);
        assertThat(column(robot, "NAME").getWidth()).isLessThan(300);
        robot.interact(() -> table(robot).resizeColumn(price, -wide / 2));
        robot.interact(() -> rows.shown().add(rows.rows().getFirst().with("PRICE", Value.of(Long.MAX_VALUE))));
        Frames.pass();
        assertThat(price.getWidth()).isLessThan(wide);
    }

    /** As when somebody types faster than the window is painted. */
    @Test
    void aRowThatIsAddedAndGoneToBeforeItIsLaidOutIsInSight(FxRobot robot) {
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.END);
        Frames.pass();
        robot.interact(() -> {
            rows.shown().add(rows.rows().getFirst().with("ID", Value.of(9_001)));
            rows.shown().add(rows.rows().getFirst().with("ID", Value.of(9_002)));
            rows.cells().goToRow(rows.shown().size() - 1);
        });
        Frames.pass();
        assertThat(inSight(robot)).endsWith(9_002);
        assertThat(flow(robot).getLastVisibleCell().getBoundsInParent().getMaxY())
                .as("as a whole")
                .isLessThanOrEqualTo(table(robot)
                                .lookup(".clipped-container")
                                .getLayoutBounds()
                                .getHeight()
                        + 1);
    }

    /** Of texts with as many characters, one may be twice as wide as another. */
    @Test
    void keysAreNotCutWhateverTheirLettersAndNoValueStandsWhereNumbersDo(FxRobot robot) {
        shelves.run(
                "create table letters (code varchar(12) primary key, amount int)",
                "insert into letters values ('111111111111', 2), ('WWMWWWWMWWWW', 1), ('iiiiiiiiiiii', null)");
        robot.interact(() -> rows.show(shelves.table("LETTERS")));
        Frames.pass();
        Text text = new Text("WWMWWWWMWWWW");
        text.setFont(Font.font(13));
        assertThat(column(robot, "CODE").getWidth())
                .isGreaterThan(text.getLayoutBounds().getWidth() + 14);
        assertThat(robot.lookup(".value-cell:missing:number").queryAll()).hasSize(1);
    }

    private static TableColumn<Row, ?> column(FxRobot robot, String name) {
        return table(robot).getColumns().stream()
                .filter(column -> column instanceof ValueColumn value
                        && value.column().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fewCellsAreMadeHoweverManyRowsThereAre(FxRobot robot) {
        robot.interact(() -> {
            rows.loadMore();
            rows.loadMore();
        });
        Frames.pass();
        assertThat(robot.lookup(".value-cell").queryAll()).hasSizeLessThan(200);
    }

    @Test
    void valuesLookLikeWhatTheyAre(FxRobot robot) {
        assertThat(cell(robot, "NULL").getPseudoClassStates().toString()).contains("missing");
        assertThat(cell(robot, "0.25").getPseudoClassStates().toString()).contains("number");
        assertThat(cell(robot, "two ⏎ lines").isVisible()).isTrue();
        assertThat(cell(robot, "Yes").isVisible()).isTrue();
        assertThat(cell(robot, "Binary, 3 bytes").getPseudoClassStates().toString())
                .doesNotContain("number");
    }

    @Test
    void cellsShowWhatIsNotSavedAndWhatIsNoValueUntilItIsTakenBack(FxRobot robot) {
        robot.interact(() -> {
            change(2, "NAME", "Pears");
            edit(3).type(shelves.table("GOODS").column("NAME").orElseThrow(), new FieldInput(Value.of("x"), "?"));
        });
        Frames.pass();
        assertThat(cell(robot, 1, "Pears").getPseudoClassStates()).contains(PseudoClass.getPseudoClass("changed"));
        assertThat(cell(robot, 2, "?").getPseudoClassStates()).contains(PseudoClass.getPseudoClass("bad"));
        robot.interact(pending::discardAll);
        Frames.pass();
        assertThat(robot.lookup(".value-cell").queryAllAs(GridCell.class))
                .noneMatch(node -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("changed"))
                        || node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("bad")));
    }

    private static TableCell<?, ?> cell(FxRobot robot, int row, String text) {
        return robot.lookup(".value-cell").queryAll().stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getIndex() == row && text.equals(cell.getText()))
                .findFirst()
                .orElseThrow();
    }

    private PendingEdit edit(int id) {
        return pending.open(shelves.table("GOODS"), shelves.store.find(good(id)).orElseThrow());
    }

    private void change(int id, String column, String text) {
        edit(id).type(shelves.table("GOODS").column(column).orElseThrow(), new FieldInput(Value.of(text), ""));
    }

    @Test
    void anUnsavedRowIsMarkedWithAnIconAndInWords(FxRobot robot) {
        robot.interact(() -> change(2, "NAME", "Pears"));
        Frames.pass();
        List<TableCell<?, ?>> marked = robot.lookup(".mark-cell").queryAll().stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getGraphic() != null)
                .<TableCell<?, ?>>map(cell -> cell)
                .toList();
        assertThat(marked).hasSize(1);
        assertThat(marked.getFirst().getAccessibleText()).isEqualTo("Edits not saved yet");
        assertThat(marked.getFirst().getTableRow().getIndex()).isEqualTo(1);
        robot.interact(() -> rows.select(Optional.of(good(4))));
        for (Theme theme : Theme.values()) {
            robot.interact(() -> dress(theme));
            robot.interact(() -> Pictures.take(
                    scene, "browse-" + theme.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
    }

    @Test
    void headersStandOverTheirValues(FxRobot robot) {
        assertThat(edge(robot, header(robot, "NAME"), false))
                .isCloseTo(edge(robot, inside(cell(robot, "Good 998")), false), within());
        assertThat(edge(robot, header(robot, "PRICE"), true))
                .isCloseTo(edge(robot, inside(cell(robot, "0.25")), true), within());
    }

    @Test
    void aRowWithoutARecordCanStillBeLookedAt(FxRobot robot) {
        robot.clickOn("MOVEMENT");
        robot.clickOn("7");
        assertThat(looked).hasSize(1);
        assertThat(rows.selected().get()).isEmpty();
    }

    private static Offset<Double> within() {
        return Offset.offset(3.0);
    }

    private static double edge(FxRobot robot, Node node, boolean end) {
        Bounds bounds = robot.bounds(node).query();
        return end ? bounds.getMaxX() : bounds.getMinX();
    }

    private static Node header(FxRobot robot, String name) {
        return inside(robot.lookup(
                        (Label label) -> label.getStyleClass().contains("column-name") && name.equals(label.getText()))
                .queryAs(Label.class));
    }

    private static Node inside(Node labeled) {
        return labeled.lookup(".text");
    }

    private static TableCell<?, ?> cell(FxRobot robot, String text) {
        return robot.lookup((Node node) ->
                        node instanceof TableCell<?, ?> cell && text(cell).equals(text))
                .queryAs(TableCell.class);
    }

    private static String text(TableCell<?, ?> cell) {
        return cell.getText() == null ? "" : cell.getText();
    }

    private Value first(String column) {
        return rows.rows().getFirst().get(column);
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
