package dev.concord.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.OwnWindow;
import dev.concord.app.task.Work;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The keyboard goes through the window as the eye does: the bar, the workspace, the status line. */
@ExtendWith(OwnWindow.class)
class TabOrderTest {
    private final Office office = new Office();
    private final Work work = Office.atOnceInTheBackground();
    private final ShellModel shell = new ShellModel(work, Office.TEXTS);

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private BorderPane root;

    @Start
    void start(Stage stage) {
        ShellView view = Office.frameOn(stage, shell, work);
        root = (BorderPane) view.root().lookup(".shell");
        stage.show();
        office.showIn(shell, Optional.of("customer"), Optional.of("1017"));
        view.installKeys();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theBarComesBeforeTheWorkspaceAndTheStatusLineAfterIt(FxRobot robot) {
        assertThat(root.getChildren()).containsExactly(root.getTop(), root.getCenter(), root.getBottom());
        robot.press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(root.getScene().getFocusOwner().getId()).isEqualTo("theme");
    }
}
