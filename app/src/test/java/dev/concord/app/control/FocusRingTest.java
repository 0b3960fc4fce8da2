package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import dev.concord.ui.theme.Theme;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Where the keyboard is must be seen on every button, those without a frame included. */
@ExtendWith(OwnWindow.class)
class FocusRingTest {
    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private HBox root;

    @Start
    void start(Stage stage) {
        root = new HBox(10, new Button("before"), new Button("a"), new MenuButton("b"), new ToggleButton("c"));
        root.getChildren().forEach(button -> button.getStyleClass().add(Styles.FLAT));
        stage.setScene(new Scene(root));
        stage.show();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aButtonWithoutAFrameHasOneWhenTheKeyboardIsThere(Theme theme, FxRobot robot) {
        robot.interact(() -> {
            Application.setUserAgentStylesheet(theme.userAgentStylesheet());
            root.getScene().getStylesheets().setAll(theme.stylesheets());
        });
        for (int i = 1; i < root.getChildren().size(); i++) {
            Region button = (Region) root.getChildren().get(i);
            assertThat(outermost(button)).as("%s before", button).isEqualTo(Color.TRANSPARENT);
            robot.type(KeyCode.TAB);
            Frames.pass();
            assertThat(button.isFocusVisible()).isTrue();
            assertThat(outermost(button)).as("%s", button).isNotEqualTo(Color.TRANSPARENT);
        }
    }

    private static Paint outermost(Region button) {
        return button.getBackground().getFills().getFirst().getFill();
    }
}
