package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;

import dev.concord.app.control.Frames;
import dev.concord.app.control.Pictures;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.WorkspaceModel;
import dev.concord.record.RecordKey;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.NodeQueryUtils;

/** A person at the real window, over a real database, with real threads, and a colleague who is faster. */
final class Desk implements AutoCloseable {
    final Office office;
    final List<Throwable> faults = new ArrayList<>();
    final FxRobot robot;
    private final Stage stage;
    /** Time stands still: a form looks at its record once, and what a colleague does later is for the save to find. */
    final Work work = Work.of(
            Executors.newVirtualThreadPerTaskExecutor(),
            Platform::runLater,
            (after, task) -> {
                if (after.isZero()) {
                    Thread.ofVirtual().start(task);
                }
            },
            faults::add);

    final ShellModel shell;

    /** Opens the window on a customer. */
    Desk(Stage stage, FxRobot robot) throws TimeoutException {
        this(stage, robot, new Office());
    }

    /** Opens the window on a customer of an office, which is closed with the desk. */
    Desk(Stage stage, FxRobot robot, Office office) throws TimeoutException {
        this(stage, robot, office, Office.TEXTS, 1280, 800);
    }

    /** Opens the window in another language and size, in pixels. */
    Desk(Stage stage, FxRobot robot, Office office, Texts texts, double width, double height) throws TimeoutException {
        this.office = office;
        this.shell = new ShellModel(work, texts);
        this.stage = stage;
        this.robot = robot;
        robot.interact(() -> {
            ShellView view = new ShellView(shell, work, texts, stage, () -> {});
            stage.setScene(new Scene(view.root(), width, height));
            dress(Theme.LIGHT);
            stage.show();
            office.showIn(shell, Optional.of("customer"), Optional.of("1017"));
        });
        until(() -> workspace().shown().openKey().equals(Optional.of(Office.CUSTOMER)));
    }

    @Override
    public void close() throws TimeoutException {
        // What still reads would find the database closed.
        until(() -> work.running().isEmpty());
        office.close();
    }

    WorkspaceModel workspace() {
        return shell.opened().get().orElseThrow().workspace();
    }

    /** Opens another record. */
    void open(RecordKey key) throws TimeoutException {
        robot.interact(() -> workspace().shown().open(key));
        until(() -> workspace().shown().openKey().equals(Optional.of(key)));
    }

    /** A customer without orders, opened. */
    RecordKey openNewCustomer() throws TimeoutException {
        RecordKey key = office.newCustomer();
        open(key);
        return key;
    }

    /** Types over what a field of the form holds. */
    void type(String column, String text) throws TimeoutException {
        into(column);
        control(KeyCode.A);
        robot.write(text);
        looked();
    }

    /** Replaces what a field of the form holds by something longer than anybody types. */
    void paste(String column, String text) throws TimeoutException {
        into(column);
        robot.interact(() -> ((TextInputControl) stage.getScene().lookup("#field-" + column)).setText(text));
        looked();
    }

    /** Types over what holds the keyboard. The robot would type into the first window that calls itself focused. */
    void typeOver(String text) {
        control(KeyCode.A);
        robot.interact(() -> ((TextInputControl) focused().orElseThrow()).replaceSelection(text));
        Frames.pass();
    }

    private void into(String column) throws TimeoutException {
        until(() -> stage.getScene().lookup("#field-" + column) != null);
        robot.interact(() -> stage.getScene().lookup("#field-" + column).requestFocus());
    }

    /** After the form has looked at the record once: what the colleague does next is for the save to find. */
    private void looked() throws TimeoutException {
        CountDownLatch looked = new CountDownLatch(1);
        robot.interact(() -> workspace().edit().afterFirstLook(looked::countDown));
        until(() -> looked.getCount() == 0);
    }

    void click(String query) throws TimeoutException {
        until(() -> robot.lookup(query)
                .tryQuery()
                .filter(NodeQueryUtils.isVisible())
                .isPresent());
        robot.clickOn(query);
    }

    void press(KeyCode code) {
        robot.push(code);
        Frames.pass();
    }

    /** Presses a key together with Ctrl. */
    void control(KeyCode code) {
        robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
        Frames.pass();
    }

    void save() {
        control(KeyCode.S);
    }

    /** What a field of the form holds; empty while there is none. */
    String text(String selector) {
        return stage.getScene().lookup(selector) instanceof TextInputControl field ? field.getText() : "";
    }

    String notice() {
        return ((Labeled) stage.getScene().lookup("#notice")).getText();
    }

    /** What the form says is wrong with a field. */
    String problemAt(String column) {
        Node field = stage.getScene().lookup("#field-" + column);
        return String.valueOf(field.getAccessibleHelp());
    }

    /** The window over the main one. */
    Optional<Window> dialog() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window instanceof Stage && !window.equals(stage))
                .findFirst();
    }

    /** What the dialog says in one place; empty when there is no dialog, or no such place in it. */
    String dialogText(String selector) {
        return inDialog(selector)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    Optional<Node> inDialog(String selector) {
        return dialog().map(window -> window.getScene().lookup(selector));
    }

    /** Pulls the dialog to the height of the window below, as one does to see more of a long text. */
    void heightenDialog() {
        robot.interact(() -> dialog().orElseThrow().setHeight(stage.getHeight()));
        robot.interact(() -> dialog().orElseThrow().setY(stage.getY()));
        Frames.pass();
    }

    /** Waits until the dialog shows something. */
    void untilDialogHas(String selector) throws TimeoutException {
        until(() -> inDialog(selector).isPresent());
    }

    /** The row of a part of a value, by what it is called; the list keeps rows it does not show. */
    Optional<Node> part(String name) {
        return robot.lookup(".parts-row").queryAll().stream()
                .filter(row -> row.isVisible()
                        && row.lookupAll(".conflict-field-name").stream().anyMatch(label -> says(label, name)))
                .findFirst();
    }

    static boolean says(Node node, String words) {
        return node instanceof Labeled labeled && words.equals(labeled.getText());
    }

    /** Who holds the keyboard, in the dialog if there is one. */
    Optional<Node> focused() {
        return Optional.ofNullable(front().getFocusOwner());
    }

    Scene front() {
        return dialog().map(Window::getScene).orElse(stage.getScene());
    }

    /** Takes a picture of what is in front, dark and light. */
    void picture(String name) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> dress(theme));
            robot.interact(() -> Pictures.take(front(), name + "-" + (theme == Theme.DARK ? "dark" : "light")));
        }
    }

    private void dress(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        Window.getWindows().stream().map(Window::getScene).forEach(scene -> scene.getStylesheets()
                .setAll(theme.stylesheets()));
        stage.getScene().getStylesheets().setAll(theme.stylesheets());
    }
}
