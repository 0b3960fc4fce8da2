package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.task.Work;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.ui.theme.ThemeChoice;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The palette and the page of keys, by the keyboard alone. */
@ExtendWith(OwnWindow.class)
class PaletteWindowTest {
    private final Office office = new Office();
    private final Work work = Office.atOnceInTheBackground();
    private final ShellModel shell = new ShellModel(work, Office.TEXTS);

    /** Set by {@link #start}, which runs before every test, as the next one is by JUnit. */
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private FxRobot robot;

    @Start
    void start(Stage shown) {
        stage = shown;
        ShellView view = Office.frameOn(shown, shell, work);
        shown.show();
        office.showIn(shell, Optional.of("customer"), Optional.of("1017"));
        view.installKeys();
    }

    @BeforeEach
    void robot(FxRobot given) {
        robot = given;
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aTableIsReachedByAPartOfItsName() throws TimeoutException {
        palette("or");
        robot.interact(() -> Pictures.take(stage.getScene(), "palette-light"));
        control(KeyCode.A);
        robot.write("prod");
        robot.push(KeyCode.ENTER);
        until(() -> table().equals(Optional.of("product")));
        assertThat(palette().isVisible()).isFalse();
    }

    @Test
    void anActionIsDoneByItsName() throws TimeoutException {
        palette("dark theme");
        robot.push(KeyCode.ENTER);
        assertThat(shell.theme().get()).isEqualTo(ThemeChoice.DARK);
        palette("dark theme");
        assertThat(help()).as("an action that makes no sense now").doesNotStartWith("Dark");
    }

    @Test
    void aTextIsLookedForInTheTableShown() throws TimeoutException {
        palette("chevalier");
        robot.push(KeyCode.ENTER);
        until(() -> focus().equals("row-search"));
        assertThat(((TextInputControl) stage.getScene().getFocusOwner()).getText())
                .isEqualTo("chevalier");
    }

    @Test
    void aRecordIsReachedByItsKey() throws TimeoutException {
        palette("1005");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        RecordKey wanted = new RecordKey(Office.CUSTOMER.table(), Row.of("id", Value.of(1005)));
        until(() -> shell.opened()
                .get()
                .flatMap(open -> open.workspace().shown().openKey())
                .equals(Optional.of(wanted)));
    }

    @Test
    void escapeGivesTheKeyboardBack() throws TimeoutException {
        control(KeyCode.F);
        until(() -> focus().equals("row-search"));
        palette("sav");
        robot.push(KeyCode.ESCAPE);
        assertThat(palette().isVisible()).isFalse();
        assertThat(focus()).isEqualTo("row-search");
        control(KeyCode.K);
        control(KeyCode.K);
        assertThat(palette().isVisible()).as("closed by the key that opened it").isFalse();
        assertThat(focus()).isEqualTo("row-search");
    }

    @Test
    void theFieldSaysWhatIsSelectedBecauseTheKeyboardStaysThere() throws TimeoutException {
        palette("copy as");
        assertThat(help()).isEqualTo("Copy as: With headers");
        robot.push(KeyCode.DOWN);
        assertThat(help()).isEqualTo("Copy as: CSV");
        robot.push(KeyCode.UP);
        robot.push(KeyCode.UP);
        assertThat(help()).isEqualTo("Copy as: With headers");
    }

    @Test
    void keysOfTheWindowTheRowsAndTheMergeAreOnOnePage() throws TimeoutException {
        robot.push(KeyCode.F1);
        until(() -> dialog().isPresent());
        var keys = dialog().orElseThrow().getScene().getRoot().lookupAll(".palette-keys").stream()
                .map(node -> ((Label) node).getText())
                .toList();
        assertThat(keys).contains("Ctrl+S", "Ctrl+K", "F5", "Ctrl+C", "Ctrl+V", "Home, End", "F7, Shift+F7");
        assertThat(keys.stream().filter(key -> key.equals("Ctrl+Shift+N"))).hasSize(1);
        ScrollPane page = (ScrollPane) dialog().orElseThrow().getScene().lookup("#keys-scroll");
        robot.push(KeyCode.PAGE_DOWN);
        until(() -> page.getVvalue() > 0);
        robot.push(KeyCode.ESCAPE);
        until(() -> dialog().isEmpty());
    }

    private void palette(String typed) throws TimeoutException {
        control(KeyCode.K);
        until(() -> focus().equals("palette-field"));
        robot.write(typed);
        Frames.pass();
    }

    private void control(KeyCode code) {
        robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
        Frames.pass();
    }

    private Node palette() {
        return stage.getScene().lookup(".palette-veil");
    }

    private String help() {
        return stage.getScene().lookup("#palette-field").getAccessibleHelp();
    }

    private String focus() {
        return Optional.ofNullable(stage.getScene().getFocusOwner())
                .map(Node::getId)
                .orElse("");
    }

    private Optional<String> table() {
        return shell.opened()
                .get()
                .flatMap(open -> open.workspace().rows().table().get())
                .map(table -> table.id().name());
    }

    private Optional<Window> dialog() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window instanceof Stage && !window.equals(stage))
                .findFirst();
    }
}
