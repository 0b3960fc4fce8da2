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
import dev.concord.ui.theme.Theme;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The page of what is not saved, and the rows to be deleted, by keyboard. */
@ExtendWith(OwnWindow.class)
class ChangesPageViewTest {
    private final Office office = new Office();
    private final RecordKey unwanted = office.newCustomer();
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
    void changesAreCountedListedDiscardedAndTheirSqlShownByKeyboard(FxRobot robot) throws TimeoutException {
        edit(robot, 1003, "city", "Utrecht");
        edit(robot, 1004, "phone", "+31 182 555 0100");
        robot.interact(() -> workspace().shown().open(unwanted));
        robot.interact(() -> workspace().pending().find(unwanted).orElseThrow().delete(true));
        Button status = (Button) stage.getScene().lookup("#status-unsaved");
        assertThat(status.getText()).isEqualTo("3 unsaved changes in 3 records");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.U).release(KeyCode.SHIFT, KeyCode.CONTROL);
        until(() -> dialog().lookup("#changes") != null);
        robot.type(KeyCode.DOWN);
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        until(() -> whole().getText().contains("phone = +31 182 555 0100"));
        robot.interact(() -> Pictures.take(dialog(), "saving-changes"));
        robot.interact(() -> dress(Theme.DARK));
        robot.interact(() -> Pictures.take(dialog(), "saving-changes-dark"));
        robot.interact(() -> dress(Theme.LIGHT));
        robot.type(KeyCode.DELETE);
        until(() -> summary().equals("2 unsaved changes in 2 records"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> summary().equals("3 unsaved changes in 3 records"));
        robot.type(KeyCode.ESCAPE);
        until(() -> dialog().equals(stage.getScene()));
        assertThat(workspace().unsaved()).hasSize(3);
    }

    @Test
    void theSelectedRowIsMarkedToBeDeletedByKeyboardAndStruckThrough(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workspace().shown().open(unwanted));
        robot.interact(() -> stage.getScene().lookup("#rows").requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.DELETE).release(KeyCode.CONTROL);
        until(() -> workspace().unsaved().size() == 1);
        Frames.pass();
        assertThat(stage.getScene().getRoot().lookupAll(".value-cell:deleted")).isNotEmpty();
        assertThat(stage.getScene().lookup("#edit-deletion").isVisible()).isTrue();
        robot.interact(() -> Pictures.take(stage.getScene(), "saving-deleted"));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> workspace().unsaved().isEmpty());
        assertThat(stage.getScene().lookup("#edit-deletion").isVisible()).isFalse();
    }

    @Test
    void whatRefersToARecordIsNamedBeforeItIsMarked(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workspace().deleteSelected());
        until(() -> !dialog().equals(stage.getScene()));
        robot.interact(() -> Pictures.take(dialog(), "saving-dependents"));
        robot.type(KeyCode.ESCAPE);
        until(() -> dialog().equals(stage.getScene()));
        assertThat(workspace().unsaved()).isEmpty();
    }

    private void dress(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        dialog().getStylesheets().setAll(theme.stylesheets());
    }

    private WorkspaceModel workspace() {
        return shell.opened().get().orElseThrow().workspace();
    }

    private void edit(FxRobot robot, int id, String column, String value) {
        robot.interact(() -> {
            workspace().shown().open(new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(id))));
            workspace().edit().fields().stream()
                    .filter(field -> field.column().name().equals(column))
                    .forEach(field -> field.value().set(Value.of(value)));
        });
    }

    private String summary() {
        return ((Labeled) dialog().lookup("#changes-summary")).getText();
    }

    private TextArea whole() {
        return (TextArea) dialog().lookup("#changes-whole");
    }

    private Scene dialog() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && !window.equals(stage))
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .findFirst()
                .orElse(stage)
                .getScene();
    }
}
