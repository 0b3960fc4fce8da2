package dev.concord.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The widths of the panes over restarts of the window, and when a divider is dragged. */
@ExtendWith(OwnWindow.class)
class ThreePanesTest {
    private static final int RESTARTS = 12;

    private final Region start = new StackPane();
    private final Region end = new StackPane();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    private final StackPane middle = new StackPane();

    /** Set by {@link #open}. */
    @SuppressWarnings("NullAway.Init")
    private ThreePanes panes;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyNumberOfRestartsLeavesThePanesAsTheyWere(boolean maximized, FxRobot robot) {
        open(robot, List.of(), maximized);
        double first = start.getWidth();
        double last = end.getWidth();
        for (int i = 0; i < RESTARTS; i++) {
            List<Double> kept = panes.widths();
            robot.interact(() -> {
                stage.hide();
                stage = new Stage();
            });
            open(robot, kept, maximized);
            assertThat(List.of(start.getWidth(), end.getWidth())).containsExactly(first, last);
        }
    }

    @Test
    void restartsInOneStateAndTheOtherLeaveThePanesAsTheyWere(FxRobot robot) {
        List<Double> wide = List.of(400.0, 700.0);
        open(robot, wide, true);
        double first = start.getWidth();
        double last = end.getWidth();
        for (int i = 0; i < RESTARTS; i++) {
            List<Double> kept = panes.widths();
            robot.interact(() -> {
                stage.hide();
                stage = new Stage();
            });
            open(robot, kept, i % 2 == 1);
        }
        assertThat(panes.widths()).isEqualTo(wide);
        assertThat(List.of(start.getWidth(), end.getWidth())).containsExactly(first, last);
    }

    @Test
    void aDividerDraggedMovesAndStaysThereWhenTheWindowIsResized(FxRobot robot) {
        open(robot, List.of(), false);
        Node divider =
                panes.lookupAll(".split-pane-divider").stream().findFirst().orElseThrow();
        robot.drag(divider).dropBy(90, 0);
        double first = start.getWidth();
        assertThat(first).isBetween(280.0, 310.0);
        robot.interact(() -> stage.setWidth(1100));
        Frames.pass();
        assertThat(start.getWidth()).isEqualTo(first);
        robot.interact(() -> stage.setWidth(1500));
        Frames.pass();
        assertThat(start.getWidth()).isEqualTo(first);
        assertThat(panes.widths().getFirst()).isBetween(first, first + 10);
    }

    @Test
    void panesThatWereTooNarrowOrHaveNoRoomAreWideEnoughAllTheSame(FxRobot robot) {
        open(robot, List.of(5.0, 5.0), false);
        assertThat(start.getWidth()).isGreaterThan(100);
        assertThat(end.getWidth()).isGreaterThan(300);
        robot.interact(() -> {
            stage.hide();
            stage = new Stage();
        });
        open(robot, List.of(900.0, 900.0), false);
        assertThat(start.getWidth()).isGreaterThan(100);
        assertThat(end.getWidth()).isGreaterThan(300);
    }

    @Test
    void whatIsWideInTheMiddleTakesNothingFromThePanesBeside(FxRobot robot) {
        Region wide = new Region();
        wide.setMinWidth(900);
        middle.getChildren().add(wide);
        open(robot, List.of(205.0, 435.0), false);
        assertThat(start.getWidth()).isBetween(200.0, 206.0);
        assertThat(end.getWidth()).isBetween(430.0, 436.0);
    }

    private void open(FxRobot robot, List<Double> widths, boolean maximized) {
        robot.interact(() -> {
            panes = new ThreePanes(start, middle, end, widths);
            stage.setScene(new Scene(panes, 1280, 800));
            stage.setMaximized(maximized);
            stage.show();
        });
        Frames.pass();
    }
}
