package dev.concord.app.saving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.task.Work;
import dev.concord.merge.Choice;
import dev.concord.record.Value;
import dev.concord.ui.theme.Theme;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class SavingViewTest {
    private final Branch branch = new Branch(12);
    private final SavingModel model = branch.model(
            Work.immediate(),
            branch.moves(1, "Kiel"),
            branch.moves(2, "Kiel"),
            branch.moves(3, "Mainz"),
            branch.moves(4, "Jena"),
            branch.moves(5, "Gera"),
            branch.edit(6, "CREDIT", Value.of(500)),
            branch.moves(7, "Kiel"));

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        branch.colleague(2, "phone", "200");
        for (int id : new int[] {3, 4, 5}) {
            branch.colleague(id, "city", "Ulm");
        }
        branch.colleagueDeletes(7);
        scene = new Scene(new StackPane(new SavingView(model, Branch.TEXTS).root()), 860, 600);
        wear(Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        branch.close();
    }

    @Test
    void theWayIsChosenFirstAndTheReportIsWorkedOffByKeyboard(FxRobot robot) {
        picture(robot, "saving-choose");
        assertThat(scene.getFocusOwner().getId()).isEqualTo("saving-each");
        control(robot, KeyCode.ENTER);
        assertThat(text("#saving-counts")).isEqualTo("7 of 7 · 1 saved · 1 merged · 3 need a decision · 2 failed");
        picture(robot, "saving-report");
        assertThat(scene.getFocusOwner().getId()).isEqualTo("saving-decide");
        robot.type(KeyCode.SPACE);
        assertThat(branch.told).last().isEqualTo("decide 3 (1 of 3)");
        robot.interact(() -> branch.decide(model, new Choice.Mine()));
        picture(robot, "saving-similar");
        robot.clickOn("#saving-similar");
        picture(robot, "saving-preview");
        assertThat(scene.getFocusOwner().getId()).isEqualTo("saving-apply");
        robot.type(KeyCode.ESCAPE);
        assertThat(branch.text(4, "CITY")).isEqualTo("Ulm");
        robot.clickOn("#saving-similar");
        control(robot, KeyCode.ENTER);
        assertThat(branch.text(4, "CITY") + branch.text(5, "CITY")).isEqualTo("JenaGera");
        assertThat(text("#saving-counts")).isEqualTo("7 of 7 · 4 saved · 1 merged · 2 failed");
        assertThat(scene.lookup("#saving-decide").isVisible()).isFalse();
        picture(robot, "saving-done");
    }

    @Test
    void aRecordThatFailedIsOpenedWithEnterAndEscapeLeavesTheReport(FxRobot robot) {
        robot.clickOn("#saving-together");
        assertThat(model.policy().get()).isEqualTo(FailurePolicy.ALL_OR_NOTHING);
        robot.clickOn("#saving-start");
        assertThat(branch.told).isEmpty();
        picture(robot, "saving-held-back");
        robot.clickOn("Customer 7").type(KeyCode.ENTER);
        assertThat(branch.told).containsExactly("open Customer 7");
        robot.type(KeyCode.ESCAPE);
        assertThat(branch.told).last().isEqualTo("closed");
    }

    private static void control(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    private String text(String query) {
        return ((Labeled) scene.lookup(query)).getText();
    }

    private void wear(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
    }

    private void picture(FxRobot robot, String name) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> wear(theme));
            Frames.pass();
            robot.interact(() -> Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT)));
        }
    }
}
