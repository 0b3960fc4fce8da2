package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.task.Work;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;

/** A person at the real window, over a real database, with real threads, and a colleague who is faster. */
@ExtendWith(OwnWindow.class)
class JourneyTest {
    private final Office office = new Office();
    private final List<Throwable> faults = new ArrayList<>();
    private final Work work = Work.threaded(faults::add);
    private final ShellModel shell = new ShellModel(work, Office.TEXTS);

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage window) {
        stage = window;
        ShellView view = new ShellView(shell, work, Office.TEXTS, stage, () -> {});
        stage.setScene(new Scene(view.root(), 1280, 800));
        dress(Theme.LIGHT);
        stage.show();
        office.showIn(shell, Optional.of("customer"), Optional.of("1017"));
    }

    @AfterEach
    void nothingBrokeBehindTheScenes() {
        office.close();
        assertThat(faults).isEmpty();
    }

    @Test
    void openEditSave(FxRobot robot) throws TimeoutException {
        type(robot, "phone", "+48 12 555 01 99");
        picture(robot, "journey-edit");
        save(robot);
        until(() -> notice().contains("is saved"));
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("+48 12 555 01 99"));
    }

    @Test
    void whatOnlyTheColleagueChangedIsKeptWithoutAsking(FxRobot robot) throws TimeoutException {
        type(robot, "phone", "+48 12 555 01 99");
        office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        save(robot);
        until(() -> notice().contains("Also kept"));
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("+48 12 555 01 99"));
        assertThat(office.value(Office.CUSTOMER, "city")).isEqualTo(Value.of("Wieliczka"));
        assertThat(text("#field-city")).isEqualTo("Wieliczka");
        picture(robot, "journey-also-kept");
    }

    @Test
    void whatWasMergedIsReviewedAndUndoneAndTheEditComesBack(FxRobot robot) throws TimeoutException {
        Value before = office.value(Office.CUSTOMER, "phone");
        type(robot, "phone", "+48 12 555 01 99");
        office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        save(robot);
        until(() -> notice().contains("Also kept"));
        click(robot, "Review…");
        until(() -> dialog().isPresent());
        picture(robot, "journey-review");
        click(robot, "#review-undo");
        until(() -> notice().contains("Undone"));
        assertThat(dialog()).isEmpty();
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(before);
        assertThat(office.value(Office.CUSTOMER, "city")).isEqualTo(Value.of("Wieliczka"));
        assertThat(text("#field-phone")).isEqualTo("+48 12 555 01 99");
        assertThat(shell.opened().get().orElseThrow().workspace().edit().dirty().get())
                .isTrue();
    }

    @Test
    void anUndoThatComesTooLateChangesNothing(FxRobot robot) throws TimeoutException {
        type(robot, "phone", "+48 12 555 01 99");
        office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        save(robot);
        until(() -> notice().contains("Also kept"));
        office.colleagueSets(Office.CUSTOMER, "street", Value.of("ul. Szeroka 9"));
        click(robot, "Undo");
        until(() -> notice().contains("nothing was undone"));
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("+48 12 555 01 99"));
    }

    @Test
    void aChangeByAColleagueIsSeenInTheFormBeforeAnybodySaves(FxRobot robot) throws TimeoutException {
        office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        office.colleagueSets(Office.CUSTOMER, "phone", Value.of("+48 12 555 01 11"));
        type(robot, "phone", "+48 12 555 01 99");
        until(() -> text("#field-city").equals("Wieliczka"));
        assertThat(text("#field-phone")).isEqualTo("+48 12 555 01 99");
        assertThat(robot.lookup(".edit-news").queryAll().stream()
                        .filter(Node::isVisible)
                        .map(node -> ((Labeled) node).getText()))
                .anyMatch(news -> news.contains("+48 12 555 01 11"));
        picture(robot, "journey-news");
    }

    @Test
    void editStaleMergeEachFieldSave(FxRobot robot) throws TimeoutException {
        type(robot, "phone", "+48 12 555 01 99");
        type(robot, "street", "ul. Krótka 2");
        office.colleagueSets(Office.CUSTOMER, "phone", Value.of("+48 12 555 01 11"));
        office.colleagueSets(Office.CUSTOMER, "street", Value.of("ul. Szeroka 9"));
        office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        save(robot);
        until(() -> dialog().isPresent());
        picture(robot, "journey-merge");
        assertThat(dialogText("#conflict-save")).contains("2 undecided");
        keys(robot, KeyCode.DIGIT3);
        robot.push(KeyCode.F7);
        keys(robot, KeyCode.DIGIT2);
        keys(robot, KeyCode.ENTER);
        until(() -> dialog().isEmpty());
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("+48 12 555 01 99"));
        assertThat(office.value(Office.CUSTOMER, "street")).isEqualTo(Value.of("ul. Szeroka 9"));
        assertThat(office.value(Office.CUSTOMER, "city")).isEqualTo(Value.of("Wieliczka"));
        until(() ->
                !shell.opened().get().orElseThrow().workspace().edit().dirty().get());
    }

    @Test
    void staleTwiceWhileMerging(FxRobot robot) throws TimeoutException {
        type(robot, "phone", "+48 12 555 01 99");
        office.colleagueSets(Office.CUSTOMER, "phone", Value.of("+48 12 555 01 11"));
        save(robot);
        until(() -> dialog().isPresent());
        keys(robot, KeyCode.DIGIT3);
        office.colleagueSets(Office.CUSTOMER, "phone", Value.of("+48 12 555 01 22"));
        keys(robot, KeyCode.ENTER);
        until(() -> dialogText("#conflict-save").contains("1 undecided"));
        picture(robot, "journey-changed-again");
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("+48 12 555 01 22"));
        keys(robot, KeyCode.DIGIT3);
        office.colleagueSets(Office.CUSTOMER, "phone", Value.of("+48 12 555 01 33"));
        keys(robot, KeyCode.ENTER);
        until(() -> dialogText("#conflict-save").contains("1 undecided"));
        keys(robot, KeyCode.DIGIT3);
        keys(robot, KeyCode.ENTER);
        until(() -> dialog().isEmpty());
        assertThat(office.value(Office.CUSTOMER, "phone")).isEqualTo(Value.of("+48 12 555 01 99"));
    }

    @Test
    void escapeKeepsEveryEditAndTheDecisions(FxRobot robot) throws TimeoutException {
        type(robot, "phone", "+48 12 555 01 99");
        type(robot, "street", "ul. Krótka 2");
        office.colleagueSets(Office.CUSTOMER, "phone", Value.of("+48 12 555 01 11"));
        office.colleagueSets(Office.CUSTOMER, "street", Value.of("ul. Szeroka 9"));
        save(robot);
        until(() -> dialog().isPresent());
        keys(robot, KeyCode.DIGIT3);
        robot.push(KeyCode.ESCAPE);
        until(() -> dialog().isEmpty());
        assertThat(text("#field-phone")).isEqualTo("+48 12 555 01 99");
        assertThat(text("#field-street")).isEqualTo("ul. Krótka 2");
        save(robot);
        until(() -> dialog().isPresent());
        assertThat(dialogText("#conflict-save")).contains("1 undecided");
    }

    @Test
    void deletedByAColleagueWhileEditing(FxRobot robot) throws TimeoutException {
        RecordKey key = openNewCustomer(robot);
        type(robot, "phone", "+49 431 555 0100");
        office.colleagueDeletes(key);
        save(robot);
        until(() -> dialog().isPresent());
        picture(robot, "journey-deleted");
        click(robot, "#deletion-insert");
        until(() -> dialog().isEmpty());
        until(() -> notice().contains("is saved"));
        RecordKey again =
                shell.opened().get().orElseThrow().workspace().openKey().orElseThrow();
        assertThat(office.value(again, "phone")).isEqualTo(Value.of("+49 431 555 0100"));
        assertThat(office.value(again, "name")).isEqualTo(Value.of("Teestube Nord"));
    }

    @Test
    void deletingWhatAColleagueHasEdited(FxRobot robot) throws TimeoutException {
        RecordKey key = openNewCustomer(robot);
        office.colleagueSets(key, "phone", Value.of("+49 431 555 0111"));
        click(robot, "#edit-delete");
        until(() -> dialog().isPresent());
        click(robot, "Delete it");
        until(() -> dialog().filter(d -> d.getScene().lookup("#deletion-delete") != null)
                .isPresent());
        picture(robot, "journey-delete-conflict");
        assertThat(office.store.find(key)).isPresent();
        click(robot, "#deletion-delete");
        until(() -> notice().contains("is deleted"));
        assertThat(office.store.find(key)).isEmpty();
    }

    @Test
    void aConstraintErrorAppearsAtItsField(FxRobot robot) throws TimeoutException {
        type(robot, "email", "no address at all");
        save(robot);
        until(() -> problemAt("email").contains("ck_customer_email"));
        picture(robot, "journey-constraint");
        assertThat(text("#field-email")).isEqualTo("no address at all");
        type(robot, "email", "malgorzata@example.org");
        save(robot);
        until(() -> notice().contains("is saved"));
        assertThat(office.value(Office.CUSTOMER, "email")).isEqualTo(Value.of("malgorzata@example.org"));
    }

    @Test
    void theScriptedConflictFromTheFirstButtonToTheLast(FxRobot robot) throws TimeoutException {
        until(() -> text("#field-phone").startsWith("+48"));
        click(robot, "#practise");
        until(() -> notice().contains("Ana"));
        keys(robot, KeyCode.S);
        until(() -> dialog().isPresent());
        picture(robot, "journey-practice");
        keys(robot, KeyCode.DIGIT3);
        robot.push(KeyCode.F7);
        keys(robot, KeyCode.DIGIT2);
        keys(robot, KeyCode.ENTER);
        until(() -> dialog().isEmpty());
        until(() -> notice().contains("is saved"));
    }

    private RecordKey openNewCustomer(FxRobot robot) throws TimeoutException {
        RecordKey key = office.newCustomer();
        until(() -> text("#field-phone").startsWith("+48"));
        robot.interact(() -> shell.opened().get().orElseThrow().workspace().open(key));
        until(() -> text("#field-name").equals("Teestube Nord"));
        return key;
    }

    private void type(FxRobot robot, String column, String text) throws TimeoutException {
        until(() -> stage.getScene().lookup("#field-" + column) != null
                && !text("#field-name").isEmpty());
        robot.interact(() -> stage.getScene().lookup("#field-" + column).requestFocus());
        keys(robot, KeyCode.A);
        robot.write(text);
        CountDownLatch looked = new CountDownLatch(1);
        robot.interact(
                () -> shell.opened().get().orElseThrow().workspace().edit().afterFirstLook(looked::countDown));
        until(() -> looked.getCount() == 0);
    }

    private static void click(FxRobot robot, String query) throws TimeoutException {
        until(() -> robot.lookup(query)
                .tryQuery()
                .filter(NodeQueryUtils.isVisible())
                .isPresent());
        robot.clickOn(query);
    }

    private void save(FxRobot robot) {
        keys(robot, KeyCode.S);
    }

    private static void keys(FxRobot robot, KeyCode code) {
        robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
        Frames.pass();
    }

    private String text(String selector) {
        return stage.getScene().lookup(selector) instanceof TextInputControl field ? field.getText() : "";
    }

    private String notice() {
        return ((Labeled) stage.getScene().lookup("#notice")).getText();
    }

    private String problemAt(String column) {
        Node field = stage.getScene().lookup("#field-" + column);
        return String.valueOf(field.getAccessibleHelp());
    }

    private Optional<Window> dialog() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window instanceof Stage && !window.equals(stage))
                .findFirst();
    }

    private String dialogText(String selector) {
        return dialog().map(window -> window.getScene().lookup(selector))
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private void picture(FxRobot robot, String name) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> dress(theme));
            robot.interact(() -> Pictures.take(
                    dialog().map(Window::getScene).orElse(stage.getScene()),
                    name + "-" + (theme == Theme.DARK ? "dark" : "light")));
        }
    }

    private void dress(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        Window.getWindows().stream().map(Window::getScene).forEach(scene -> scene.getStylesheets()
                .setAll(theme.stylesheets()));
        stage.getScene().getStylesheets().setAll(theme.stylesheets());
    }
}
