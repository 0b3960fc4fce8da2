package dev.concord.app.workspace;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.task.Work;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** From the window to the report, from the report to a merge and to the next, and back. */
@ExtendWith(OwnWindow.class)
class BulkSaveStartViewTest {
    private final Office office = new Office();
    private final Work work = Office.atOnceInTheBackground();
    private final ShellModel shell = new ShellModel(work, Office.TEXTS);

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage window) {
        stage = window;
        Office.frameOn(stage, shell, work);
        stage.show();
        office.showIn(shell, Optional.of("customer"), Optional.of("1017"));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void threeRecordsAreSavedAndTwoOfThemDecidedOneAfterTheOtherByKeyboard(FxRobot robot) throws TimeoutException {
        edit(robot, 1003, "city", "Utrecht");
        assertThat(stage.getScene().lookup("#save-all").isVisible()).isFalse();
        edit(robot, 1004, "city", "Delft");
        edit(robot, 1005, "phone", "+31 182 555 0100");
        office.colleagueSets(customer(1004), "city", Value.of("Breda"));
        office.colleagueSets(customer(1005), "phone", Value.of("+31 182 555 0111"));
        robot.interact(() -> Pictures.take(stage.getScene(), "saving-in-the-window"));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.S).release(KeyCode.SHIFT, KeyCode.CONTROL);
        until(() -> dialog().lookup("#saving-start") != null);
        control(robot, KeyCode.ENTER);
        control(robot, KeyCode.ENTER);
        until(() -> title().endsWith("1 of 2"));
        robot.interact(() -> Pictures.take(dialog(), "saving-deciding"));
        control(robot, KeyCode.DIGIT3);
        control(robot, KeyCode.ENTER);
        until(() -> title().endsWith("2 of 2"));
        robot.type(KeyCode.ESCAPE);
        until(() -> dialog().lookup("#saving-report") != null);
        robot.type(KeyCode.ESCAPE);
        until(() -> dialog().equals(stage.getScene()));
        assertThat(office.value(customer(1004), "city")).isEqualTo(Value.of("Delft"));
        WorkspaceModel workspace = shell.opened().get().orElseThrow().workspace();
        assertThat(workspace.unsaved()).hasSize(1);
        assertThat(workspace.shown().openKey()).contains(customer(1005));
    }

    private void edit(FxRobot robot, int id, String column, String value) {
        robot.interact(() -> {
            WorkspaceModel workspace = shell.opened().get().orElseThrow().workspace();
            workspace.shown().open(customer(id));
            workspace.edit().fields().stream()
                    .filter(field -> field.column().name().equals(column))
                    .forEach(field -> field.value().set(Value.of(value)));
        });
    }

    private static void control(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        Frames.pass();
    }

    private Stage top() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && !window.equals(stage))
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .findFirst()
                .orElse(stage);
    }

    private Scene dialog() {
        return top().getScene();
    }

    private String title() {
        return String.valueOf(top().getTitle());
    }

    private static RecordKey customer(int id) {
        return new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(id)));
    }
}
