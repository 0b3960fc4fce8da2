package dev.concord.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.OwnWindow;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Begins every journey at a desk of its own, and ends it with a look whether anything broke behind the scenes. */
@ExtendWith(OwnWindow.class)
abstract class Journey {
    /** Set before every test. */
    @SuppressWarnings("NullAway.Init")
    Desk desk;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage window) {
        stage = window;
    }

    @BeforeEach
    void sitDown(FxRobot robot) throws TimeoutException {
        desk = new Desk(stage, robot, office());
    }

    /** Where the journey is made. */
    Office office() {
        return new Office();
    }

    @AfterEach
    void nothingBrokeBehindTheScenes() throws TimeoutException {
        desk.close();
        assertThat(desk.faults).isEmpty();
    }
}
