package dev.concord.app.browse;

import static dev.concord.app.browse.Shelves.TEXTS;
import static dev.concord.app.browse.Shelves.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.cells.CurrentCell;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.record.Value;
import dev.concord.ui.theme.Theme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Values edited in the cells of a grid over a real database, by the keyboard of the robot. */
@ExtendWith(OwnWindow.class)
class CellEditingViewTest {
    private final Shelves shelves = new Shelves();
    private final Work work = Work.of(Runnable::run, Platform::runLater, fault -> {
        throw new IllegalStateException(fault);
    });
    private final RowsModel rows = new RowsModel(shelves.store, work, TEXTS);
    private final PendingEdits pending = new PendingEdits();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private RowsView grid;

    @Start
    void start(Stage stage) {
        grid = new RowsView(
                rows,
                new RowNumbers(shelves.store, work, rows, TEXTS),
                TEXTS,
                shelves.edits(pending),
                row -> {},
                key -> {});
        BorderPane pane = new BorderPane(grid.root());
        pane.setTop(grid.search());
        Scene scene = new Scene(pane, 900, 500);
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
        stage.setScene(scene);
        stage.show();
        rows.show(shelves.table("GOODS"));
    }

    @BeforeEach
    void atTheFirstName(FxRobot robot) {
        Frames.pass();
        robot.interact(() -> {
            grid.focus();
            rows.cells().go(0, "NAME");
        });
        Frames.pass();
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void typingReplacesTheValueAndEnterGoesToTheNextRow(FxRobot robot) {
        robot.write("Pears");
        assertThat(edit(1).draft().get("NAME"))
                .as("pending with every keystroke")
                .isEqualTo(Value.of("Pears"));
        press(robot, KeyCode.ENTER);
        assertThat(current()).isEqualTo("2 NAME");
        robot.write("Plums");
        press(robot, KeyCode.ENTER);
        assertThat(edit(1).draft().get("NAME")).isEqualTo(Value.of("Pears"));
        assertThat(edit(2).draft().get("NAME")).isEqualTo(Value.of("Plums"));
        assertThat(robot.lookup("#cell-editor").tryQuery()).isEmpty();
        assertThat(robot.lookup("#rows").queryAs(TableView.class).isFocused()).isTrue();
    }

    @Test
    void enterAfterTabsGoesBackToTheColumnOfTheFirstOne(FxRobot robot) {
        robot.write("Pears");
        press(robot, KeyCode.TAB);
        assertThat(current()).isEqualTo("1 PRICE");
        robot.write("2.5");
        press(robot, KeyCode.ENTER);
        assertThat(current()).isEqualTo("2 NAME");
        assertThat(edit(1).draft().get("PRICE")).isEqualTo(price("2.5"));
    }

    private static Value price(String number) {
        return Value.of(new BigDecimal(number));
    }

    @Test
    void whatWasRefusedInOneTableIsNotSaidInAnother(FxRobot robot) {
        robot.interact(() -> rows.cells().go(0, "ID"));
        press(robot, KeyCode.F2);
        assertThat(robot.lookup("#cell-refusal").query().isVisible()).isTrue();
        robot.interact(() -> rows.show(shelves.table("EMPTY_SHELF")));
        assertThat(robot.lookup("#cell-refusal").query().isVisible()).isFalse();
    }

    /** As the input method of the desktop reports it: the accent first, and then the letter. */
    @Test
    void whatIsComposedFromSeveralKeysBeginsAnEdit(FxRobot robot) {
        Node table = grid.grid();
        assertThat(table.getInputMethodRequests())
                .as("without it, nothing is composed")
                .isNotNull();
        robot.interact(() -> Event.fireEvent(table, composed("´", "")));
        assertThat(robot.lookup("#cell-composed").queryAs(Label.class).getText())
                .isEqualTo("´");
        assertThat(robot.lookup("#cell-composed").query().isVisible()).isTrue();
        assertThat(robot.lookup("#cell-editor").tryQuery()).isEmpty();
        robot.interact(() -> Event.fireEvent(table, composed("", "é")));
        assertThat(robot.lookup("#cell-composed").query().isVisible()).isFalse();
        robot.write("clair");
        press(robot, KeyCode.ENTER);
        assertThat(edit(1).draft().get("NAME")).isEqualTo(Value.of("éclair"));
    }

    private static InputMethodEvent composed(String yet, String complete) {
        List<InputMethodTextRun> runs =
                yet.isEmpty() ? List.of() : List.of(new InputMethodTextRun(yet, InputMethodHighlight.SELECTED_RAW));
        return new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, complete, 0);
    }

    @Test
    void escTakesWhatWasTypedBack(FxRobot robot) {
        robot.write("Pears");
        press(robot, KeyCode.ESCAPE);
        assertThat(pending.unsaved()).isEmpty();
        assertThat(current()).isEqualTo("1 NAME");
        assertThat(robot.lookup("#cell-editor").tryQuery()).isEmpty();
    }

    @Test
    void f2ChangesTheValueAndArrowsGoThroughItsText(FxRobot robot) {
        press(robot, KeyCode.F2);
        press(robot, KeyCode.LEFT);
        robot.write("x");
        press(robot, KeyCode.ENTER);
        assertThat(edit(1).draft().get("NAME")).isEqualTo(Value.of("Good 99x9"));
    }

    @Test
    void arrowsLeaveAValueThatIsTyped(FxRobot robot) {
        robot.write("7");
        press(robot, KeyCode.RIGHT);
        assertThat(current()).isEqualTo("1 PRICE");
        assertThat(edit(1).draft().get("NAME")).isEqualTo(Value.of("7"));
    }

    @Test
    void deleteSetsNullWhereItIsAllowedAndSaysWhereItIsNot(FxRobot robot) {
        press(robot, KeyCode.DELETE);
        assertThat(pending.unsaved()).isEmpty();
        assertThat(robot.lookup("#cell-refusal").queryAs(Label.class).getText()).isEqualTo("NAME must have a value.");
        press(robot, KeyCode.RIGHT);
        assertThat(robot.lookup("#cell-refusal").queryAs(Label.class).isVisible())
                .isFalse();
        press(robot, KeyCode.DELETE);
        assertThat(edit(1).draft().get("PRICE")).isEqualTo(Value.ofNull());
    }

    @Test
    void aQuantityIsChangedByWhatIsTypedAfterItsSign(FxRobot robot) {
        press(robot, KeyCode.RIGHT);
        robot.write("+5");
        Frames.pass();
        assertThat(robot.lookup(".difference-editor .label")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("= 5.25");
        press(robot, KeyCode.ENTER);
        assertThat(edit(1).draft().get("PRICE")).isEqualTo(price("5.25"));
        assertThat(edit(1).draft().added()).containsExactly("PRICE");
    }

    @Test
    void spaceTurnsATruthRound(FxRobot robot) {
        robot.interact(() -> rows.cells().go(0, "SOLD"));
        robot.write(" ");
        assertThat(edit(1).draft().get("SOLD")).isEqualTo(Value.of(true));
    }

    @Test
    void aValueIsCopiedFromTheRowAbove(FxRobot robot) {
        press(robot, KeyCode.DOWN);
        robot.press(KeyCode.CONTROL).type(KeyCode.QUOTE).release(KeyCode.CONTROL);
        Frames.pass();
        assertThat(edit(2).draft().get("NAME")).isEqualTo(Value.of("Good 999"));
    }

    @Test
    void scrollingCannotEndAnEditAndTypingBringsItsCellBack(FxRobot robot) {
        robot.write("Pe");
        robot.interact(() -> robot.lookup("#rows").queryAs(TableView.class).scrollTo(150));
        Frames.pass();
        Node editor = robot.lookup("#cell-editor").query();
        assertThat(editor.getBoundsInParent().getMaxX()).as("out of sight").isNegative();
        robot.write("ars");
        Frames.pass();
        assertThat(editor.getBoundsInParent().getMinX()).isNotNegative();
        press(robot, KeyCode.ENTER);
        assertThat(edit(1).draft().get("NAME")).isEqualTo(Value.of("Pears"));
    }

    @Test
    void anEditEndsWhenTheFocusLeavesItAndWhatWasTypedStays(FxRobot robot) {
        robot.write("Pears");
        robot.interact(grid::focusSearch);
        Frames.pass();
        assertThat(robot.lookup("#cell-editor").tryQuery()).isEmpty();
        assertThat(edit(1).draft().get("NAME")).isEqualTo(Value.of("Pears"));
    }

    @Test
    void whatIsNoValueStaysInItsCellAndIsMarked(FxRobot robot) {
        press(robot, KeyCode.RIGHT);
        robot.write("dear");
        press(robot, KeyCode.ENTER);
        assertThat(edit(1).state().get().unreadable()).containsEntry("PRICE", "dear");
        press(robot, KeyCode.UP);
        press(robot, KeyCode.F2);
        assertThat(robot.lookup("#cell-editor .text-field")
                        .queryAs(TextField.class)
                        .getText())
                .isEqualTo("dear");
    }

    private static void press(FxRobot robot, KeyCode key) {
        robot.type(key);
        Frames.pass();
    }

    private PendingEdit edit(int id) {
        return pending.find(good(id)).orElseThrow();
    }

    private String current() {
        Optional<CurrentCell> cell = rows.cells().current();
        return cell.map(now ->
                        now.key().orElseThrow().label() + " " + now.column().name())
                .orElse("");
    }
}
