package dev.concord.app.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.task.Work;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class ConflictViewTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final Colleague colleague = new Colleague();
    private final ConflictModel model =
            new ConflictModel(Customer.merge(), colleague, Work.immediate(), TEXTS, colleague);

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Portraits portraits;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        portraits = new Portraits((Region) new ConflictView(model, TEXTS).root());
        scene = portraits.scene();
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void twoDecisionsByKeyboardAreSaved(FxRobot robot) {
        assertThat(focused()).isEqualTo("conflict-row-city");
        portraits.take(robot, "conflict-open");
        control(robot, KeyCode.DIGIT3);
        assertThat(focused()).isEqualTo("conflict-row-city");
        robot.type(KeyCode.F7);
        assertThat(focused()).isEqualTo("conflict-row-notes");
        control(robot, KeyCode.DIGIT2);
        portraits.take(robot, "conflict-decided");
        control(robot, KeyCode.ENTER);
        assertThat(colleague.saved().get("city")).isEqualTo(Value.of("Houston"));
        assertThat(colleague.saved().get("notes"))
                .isEqualTo(Customer.THEIRS.row().get("notes"));
        assertThat(colleague.saved().get("name")).isEqualTo(Value.of("Lone Star Supplies Inc."));
    }

    @Test
    void twoDecisionsByMouseAreSaved(FxRobot robot) {
        robot.clickOn(cell("city", ".conflict-theirs"));
        robot.clickOn(robot.from(row("notes")).lookup(".radio-button").nth(2).<Node>query());
        robot.clickOn("#conflict-save");
        assertThat(colleague.saved().get("city")).isEqualTo(Value.of("Seattle"));
        assertThat(colleague.saved().get("notes")).isEqualTo(Customer.MINE.get("notes"));
    }

    @Test
    void aResultIsTypedWithTheFormsOwnEditor(FxRobot robot) {
        robot.type(KeyCode.F2);
        control(robot, KeyCode.A);
        robot.write("Austin");
        portraits.take(robot, "conflict-typing");
        robot.type(KeyCode.ENTER);
        assertThat(focused()).isEqualTo("conflict-row-city");
        assertThat(model.resolution().get().choice("city")).contains(new Choice.Typed(Value.of("Austin")));
    }

    @Test
    void typingIsTakenOverWhenTheMergeIsSaved(FxRobot robot) {
        robot.interact(() -> model.choose("notes", new Choice.Theirs()));
        robot.type(KeyCode.F2);
        control(robot, KeyCode.A);
        robot.write("Austin");
        control(robot, KeyCode.ENTER);
        assertThat(colleague.saved().get("city")).isEqualTo(Value.of("Austin"));
    }

    @Test
    void escapeEndsTypingFirstAndThenTheMerge(FxRobot robot) {
        robot.type(KeyCode.F2);
        robot.write("x");
        robot.type(KeyCode.ESCAPE);
        assertThat(colleague.kept).isEmpty();
        assertThat(undecided()).containsExactly("city", "notes");
        assertThat(focused()).isEqualTo("conflict-row-city");
        control(robot, KeyCode.DIGIT1);
        robot.type(KeyCode.ESCAPE);
        assertThat(colleague.kept.orElseThrow().choice("city")).contains(new Choice.Base());
    }

    @Test
    void textThatIsNoValueIsNamedAndStays(FxRobot robot) {
        robot.interact(() -> {
            model.chooseAll(new Choice.Mine());
            model.filter().set(FieldFilter.ALL);
            model.select("credit_limit");
        });
        robot.type(KeyCode.F2);
        control(robot, KeyCode.A);
        robot.write("plenty");
        control(robot, KeyCode.ENTER);
        assertThat(colleague.attempts).isEmpty();
        assertThat(notice()).startsWith("Credit limit cannot be saved as typed.");
        control(robot, KeyCode.A);
        robot.write("6000");
        control(robot, KeyCode.ENTER);
        assertThat(colleague.saved().get("credit_limit")).isEqualTo(Value.of(6000));
    }

    @Test
    void savingUndecidedMovesThereAndSaysSo(FxRobot robot) {
        control(robot, KeyCode.DIGIT3);
        robot.clickOn("#conflict-save");
        assertThat(focused()).isEqualTo("conflict-row-notes");
        assertThat(notice()).startsWith("1 field still needs a decision");
        assertThat(((Labeled) scene.lookup("#conflict-save")).getText()).isEqualTo("Save – 1 undecided");
    }

    @Test
    void decisionsAreUndoneAndRedoneByKeyboard(FxRobot robot) {
        control(robot, KeyCode.DIGIT3);
        control(robot, KeyCode.Z);
        assertThat(undecided()).containsExactly("city", "notes");
        control(robot, KeyCode.Y);
        assertThat(undecided()).containsExactly("notes");
    }

    @Test
    void aRowThatChangesTwiceMoreWhileMergingIsMergedInTheSameWindow(FxRobot robot) {
        colleague
                .answers(new Outcome.Stale(Customer.theirs("city", Value.of("Portland"), 9)))
                .answers(new Outcome.Stale(Customer.theirs("city", Value.of("Salem"), 12)));
        control(robot, KeyCode.DIGIT3);
        robot.type(KeyCode.F7);
        control(robot, KeyCode.DIGIT3);
        control(robot, KeyCode.ENTER);
        assertThat(focused()).isEqualTo("conflict-row-city");
        assertThat(undecided()).containsExactly("city");
        portraits.take(robot, "conflict-changed-again");
        control(robot, KeyCode.DIGIT3);
        control(robot, KeyCode.ENTER);
        assertThat(notice()).contains("again at 14:12");
        control(robot, KeyCode.DIGIT2);
        control(robot, KeyCode.ENTER);
        assertThat(colleague.attempts).hasSize(3);
        assertThat(colleague.saved().get("city")).isEqualTo(Value.of("Salem"));
        assertThat(colleague.saved().get("notes")).isEqualTo(Customer.MINE.get("notes"));
    }

    @Test
    void aConstraintErrorLandsAtItsRow(FxRobot robot) {
        colleague.answers(new Outcome.Rejected(
                List.of(new Violation(Violation.Kind.CHECK, List.of("credit_limit"), "credit_limit_range", ""))));
        robot.interact(() -> model.chooseAll(new Choice.Mine()));
        control(robot, KeyCode.ENTER);
        assertThat(focused()).isEqualTo("conflict-row-credit_limit");
        assertThat(((Labeled) row("credit_limit").lookup(".conflict-problem")).getText())
                .contains("credit_limit_range");
        portraits.take(robot, "conflict-rejected");
        robot.type(KeyCode.F2);
        control(robot, KeyCode.A);
        robot.write("6000");
        control(robot, KeyCode.ENTER);
        assertThat(colleague.saved().get("credit_limit")).isEqualTo(Value.of(6000));
    }

    @Test
    void everyFieldIsShownOnDemand(FxRobot robot) {
        robot.clickOn("All  12");
        assertThat(scene.getRoot().lookupAll(".conflict-row")).hasSize(12);
        portraits.take(robot, "conflict-all");
        robot.clickOn("Merged  4");
        assertThat(scene.getRoot().lookupAll(".conflict-row")).hasSize(5);
        portraits.take(robot, "conflict-merged");
    }

    @Test
    void theBulkButtonsNameWhatIsLost(FxRobot robot) {
        robot.clickOn("Replace the database's 2 values with yours");
        assertThat(undecided()).isEmpty();
        assertThat(focused()).isEqualTo("conflict-row-city");
    }

    @Test
    void aRowIsReadAloudWhole() {
        assertThat(row("city").getAccessibleText())
                .isEqualTo("City, needs decision, opened Dallas, database Seattle, yours Houston, undecided");
    }

    private String focused() {
        Frames.pass();
        return scene.getFocusOwner() == null
                ? ""
                : String.valueOf(scene.getFocusOwner().getId());
    }

    private List<String> undecided() {
        return model.resolution().get().undecided().stream()
                .map(FieldMerge::name)
                .toList();
    }

    private String notice() {
        return ((Labeled) scene.lookup(".conflict-notice")).getText();
    }

    private Node row(String column) {
        return scene.lookup("#conflict-row-" + column);
    }

    private Node cell(String column, String style) {
        return row(column).lookup(style);
    }

    private static void control(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        Frames.pass();
    }
}
