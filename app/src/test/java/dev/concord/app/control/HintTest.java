package dev.concord.app.control;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class HintTest {
    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Button save;

    @SuppressWarnings("NullAway.Init")
    private Button other;

    @Start
    void start(Stage stage) {
        save = new Button("Save");
        other = new Button("Another button");
        VBox root = new VBox(100, save, other);
        stage.setScene(new Scene(root, 400, 300));
        stage.show();
    }

    @Test
    void itIsShownWhenTheMouseRestsThereAndMadeNoEarlier(FxRobot robot) throws TimeoutException {
        robot.interact(() -> Hint.put(save, "Writes the record"));
        assertThat(save.getTooltip()).isNull();
        robot.moveTo(save);
        until(() -> shown().anyMatch("Writes the record"::equals));
    }

    @Test
    void whatItSaysMayChangeUnderTheMouse(FxRobot robot) throws TimeoutException {
        Hint hint = Hint.on(save);
        robot.moveTo(save);
        robot.interact(() -> hint.say("Nothing to write"));
        robot.moveTo(other).moveTo(save);
        until(() -> shown().anyMatch("Nothing to write"::equals));
        Tooltip under = save.getTooltip();
        robot.interact(() -> hint.say("Writes the record"));
        assertThat(save.getTooltip()).isSameAs(under);
        assertThat(under.getText()).isEqualTo("Writes the record");
        robot.interact(() -> hint.say(""));
        assertThat(save.getTooltip()).isNull();
    }

    @Test
    void whoListensHearsItWithoutAMouse(FxRobot robot) {
        robot.interact(() -> Hint.put(save, "Writes the record"));
        assertThat(save.getAccessibleHelp()).isEqualTo("Writes the record");
    }

    @Test
    void whatOthersHaveToSayOfTheControlStays(FxRobot robot) {
        Hint hint = Hint.on(save);
        robot.interact(() -> {
            save.setAccessibleHelp("The name is too long");
            hint.say("Writes the record");
            hint.say("");
        });
        assertThat(save.getAccessibleHelp()).isEqualTo("The name is too long");
    }

    private static Stream<String> shown() {
        return Window.getWindows().stream().filter(Tooltip.class::isInstance).map(window -> ((Tooltip) window)
                .getText());
    }
}
