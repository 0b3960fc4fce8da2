package dev.concord.app.workspace;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.OwnWindow;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.task.Work;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** When the form is made: not before the window has been painted, unless it is needed. */
@ExtendWith(OwnWindow.class)
class FormPaneTest {
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
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theFormIsMadeAfterTheFirstPicture(FxRobot robot) throws TimeoutException {
        robot.interact(() -> office.showIn(shell, Optional.of("customer"), Optional.empty()));
        robot.interact(() -> assertThat(form().getChildren()).isEmpty());

        robot.interact(() -> {
            stage.show();
            assertThat(form().getChildren()).as("before the window is painted").isEmpty();
        });

        until(() -> !form().getChildren().isEmpty());
        Node made = form().getChildren().getFirst();
        robot.interact(
                () -> shell.opened().get().orElseThrow().workspace().edit().newRecord());
        assertThat(form().getChildren()).containsExactly(made);
    }

    @Test
    void aRecordThatIsOpenedIsShownAtOnce(FxRobot robot) {
        robot.interact(() -> office.showIn(shell, Optional.of("customer"), Optional.empty()));

        robot.interact(
                () -> shell.opened().get().orElseThrow().workspace().edit().newRecord());

        assertThat(form().getChildren()).hasSize(1);
    }

    private Pane form() {
        return (Pane) stage.getScene().lookup(".form-pane");
    }
}
