package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.MessageBox.Answer;
import dev.concord.app.control.MessageBox.Kind;
import dev.concord.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class MessageBoxTest {
    private final List<String> answered = new ArrayList<>();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage owner;

    @Start
    void start(Stage stage) {
        owner = stage;
        Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
        stage.setScene(new Scene(new TextField(), 1280, 800));
        stage.getScene().getStylesheets().setAll(Theme.LIGHT.stylesheets());
        stage.show();
    }

    @Test
    void enterNeverDestroysAnything(FxRobot robot) {
        show(robot);
        assertThat(focused()).isEqualTo("Keep it");
        assertThat(button("Delete it").getStyleClass()).contains(Styles.DANGER);
        press(robot, KeyCode.ENTER);
        assertThat(answered).containsExactly("no");
    }

    @Test
    void enterGivesTheFirstAnswerWhereNothingIsLostByIt(FxRobot robot) {
        show(
                robot,
                new Answer("Try again", () -> answered.add("again")),
                new Answer("Stop", () -> answered.add("stop")));
        assertThat(focused()).isEqualTo("Try again");
        assertThat(button("Try again").getStyleClass()).contains(Styles.ACCENT);
        press(robot, KeyCode.ENTER);
        assertThat(answered).containsExactly("again");
    }

    @Test
    void enterGivesTheAnswerThatHasTheFocus(FxRobot robot) {
        show(robot);
        robot.interact(() -> button("Delete it").requestFocus());
        press(robot, KeyCode.ENTER);
        assertThat(answered).containsExactly("yes");
    }

    @Test
    void escapeAndTheTitleBarGiveTheAnswerThatChangesNothing(FxRobot robot) {
        show(robot);
        press(robot, KeyCode.ESCAPE);
        robot.interact(() -> dialog().fireEvent(new WindowEvent(dialog(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(answered).containsExactly("no", "no");
    }

    @Test
    void itSaysItsTitleAndWordsToAScreenReaderAndWearsItsOwnersTheme(FxRobot robot) {
        show(robot);
        Node content = dialog().getScene().lookup(".message");
        assertThat(content.getAccessibleText()).isEqualTo("Delete customer 17?\nIt is gone for everybody.");
        assertThat(dialog().getScene().getStylesheets()).isEqualTo(Theme.LIGHT.stylesheets());
        assertThat(dialog().getOwner()).isEqualTo(owner);
    }

    private void show(FxRobot robot) {
        show(
                robot,
                new Answer("Delete it", () -> answered.add("yes")).thatDestroys(),
                new Answer("Keep it", () -> answered.add("no")));
    }

    private void show(FxRobot robot, Answer... answers) {
        MessageBox message =
                new MessageBox(Kind.WARNING, "Delete customer 17?", "It is gone for everybody.", List.of(answers));
        robot.interact(() -> message.show(owner, "Concord"));
        Frames.pass();
    }

    private String focused() {
        return ((Labeled) dialog().getScene().getFocusOwner()).getText();
    }

    private void press(FxRobot robot, KeyCode key) {
        Node focused = dialog().getScene().getFocusOwner();
        robot.interact(() -> focused.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", key.getName(), key, false, false, false, false)));
    }

    private Node button(String words) {
        return dialog().getScene().getRoot().lookupAll(".button").stream()
                .filter(node ->
                        node instanceof Labeled labeled && labeled.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private Stage dialog() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !window.equals(owner))
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
