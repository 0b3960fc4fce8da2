package dev.concord.app;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.command.OpenRequest.Where;
import dev.concord.app.command.RunPolicies;
import dev.concord.app.connect.ConnectModel;
import dev.concord.app.connect.OpenDatabase;
import dev.concord.app.connect.Opening;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.question.Question;
import dev.concord.app.question.QuestionQueue.Asked;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.shell.ShellView;
import dev.concord.app.task.Prefetch;
import dev.concord.app.task.Work;
import dev.concord.app.workspace.WorkspaceModel;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Nothing that was closed is reachable from what goes on: no window, workspace, dialog, thread or connection. */
@ExtendWith(OwnWindow.class)
class LeakTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final Garbage garbage = new Garbage();
    private final List<Throwable> faults = new ArrayList<>();
    /** Threads of other tests, which may end late. */
    private final Set<Thread> before = housekeepers().collect(Collectors.toSet());

    @TempDir
    Path folder;

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage own) {
        stage = own;
    }

    @Test
    void aClosedWindowIsCollectableAndItsDatabaseClosed(FxRobot robot) throws Exception {
        Home home = new Home(folder, Map.of());
        ProgramState shared = ProgramState.in(home.folders(), TEXTS);
        Program program = new Program(
                home.folders(), home.environment(), shared, shared.file().load(), () -> {});
        robot.interact(() -> {
            program.prepare(stage);
            program.start(
                    OpenRequest.SAMPLE,
                    Prefetch.of(() -> InitialView.of(OpenRequest.SAMPLE, program::settings, shared.sample())));
        });
        untilRowsAppear(stage);
        Database notes = notes();
        robot.interact(() -> program.open(new OpenRequest(
                Optional.of(new OpenRequest.Target(notesSettings(), notes)),
                Optional.empty(),
                Optional.empty(),
                RunPolicies.DEFAULT,
                Where.NEW)));
        until(() -> other(stage).isPresent());
        useAndClose(other(stage).orElseThrow(), notes);
        assertThat(connectable(notes)).isFalse();
        garbage.untilCollected();
        // Those of the sample only; a pool that is shut down ends its threads a little later.
        until(() -> connectionThreads().size() <= 1);
        close(stage);
        home.untilNobodyIsIn();
        until(() -> connectionThreads().isEmpty());
    }

    @Test
    void aWorkspaceLeftForAnotherIsCollectableWithItsForm(FxRobot robot) throws TimeoutException {
        Work work = Work.threaded(faults::add);
        try (Office office = new Office()) {
            ShellModel shell = shell(robot, work, office);
            edit(robot, workspace(shell), "phone", "+48 12 555 01 99");
            int[] released = new int[1];
            garbage.expect("workspace", workspace(shell));
            garbage.expect("form", workspace(shell).edit());
            garbage.expect("field", workspace(shell).edit().fields().getFirst());
            garbage.expect("rows", workspace(shell).rows());
            garbage.expect("view", stage.getScene().lookup("#rows"));
            garbage.expect("field's view", stage.getScene().lookup("#field-phone"));
            robot.interact(() -> office.showIn(shell, Optional.of("product"), Optional.of("5")));
            untilOpen(shell, "product");
            garbage.untilCollected();
            assertThat(released).containsExactly(0);
            robot.interact(shell::close);
            until(() -> work.running().isEmpty());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyDialogIsCollectableOnceItIsAnswered(FxRobot robot) throws TimeoutException {
        Work work = Work.threaded(faults::add);
        try (Office office = new Office()) {
            ShellModel shell = shell(robot, work, office);
            open(robot, shell, "news", () -> shell.tell("The settings could not be read."));
            open(robot, shell, "fault", () -> shell.broke(new IllegalStateException("It broke.")));
            open(robot, shell, "connect", () -> shell.askDatabase(LeakTest::connect));
            open(robot, shell, "delete", () -> workspace(shell).edit().delete());
            open(robot, shell, "rules", () -> fire("#rules"));
            merge(robot, shell, office);
            deletion(robot, shell, office);
            robot.interact(shell::close);
            until(() -> work.running().isEmpty());
        }
        assertThat(faults).isEmpty();
    }

    private void merge(FxRobot robot, ShellModel shell, Office office) throws TimeoutException {
        edit(robot, workspace(shell), "phone", "+48 12 555 01 99");
        open(robot, shell, "unsaved", () -> shell.leave(() -> {}));
        office.colleagueSets(Office.CUSTOMER, "phone", Value.of("+48 12 555 01 11"));
        open(robot, shell, "merge", () -> workspace(shell).edit().save());
        robot.interact(() -> workspace(shell).edit().discard());
        edit(robot, workspace(shell), "street", "Rynek 4");
        office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        robot.interact(() -> workspace(shell).edit().save());
        until(() -> workspace(shell).prompt().notice().get().offers().size() == 2);
        open(robot, shell, "review", () -> workspace(shell)
                .prompt()
                .notice()
                .get()
                .offers()
                .getFirst()
                .action()
                .run());
        robot.interact(() -> workspace(shell).prompt().say(new dev.concord.app.question.Notice("")));
        edit(robot, workspace(shell), "street", "Rynek 5");
        show(robot, shell, office.newCustomer());
        edit(robot, workspace(shell), "street", "Hafenweg 4");
        open(robot, shell, "saving", () -> workspace(shell).saveAll());
        robot.interact(() -> workspace(shell).edit().discard());
    }

    private void deletion(FxRobot robot, ShellModel shell, Office office) throws TimeoutException {
        RecordKey key = office.newCustomer();
        show(robot, shell, key);
        edit(robot, workspace(shell), "street", "Hafenweg 5");
        office.colleagueDeletes(key);
        open(robot, shell, "deletion", () -> workspace(shell).edit().save());
    }

    /** Opens a dialog, closes it by its title bar, and waits until neither it nor its model is reachable. */
    private void open(FxRobot robot, ShellModel shell, String name, Runnable question) throws TimeoutException {
        robot.interact(question);
        until(() -> other(stage).isPresent());
        robot.interact(() -> {
            Stage dialog = other(stage).orElseThrow();
            Question asked =
                    shell.questions().shown().get().map(Asked::question).orElseThrow();
            garbage.expect(name + " dialog", dialog);
            garbage.expect(name + " content", dialog.getScene().getRoot());
            garbage.expect(name + " question", asked);
            if (List.of("news", "fault", "delete", "unsaved").contains(name)) {
                pictures(dialog, name);
            }
            dialog.fireEvent(new WindowEvent(dialog, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        until(() -> other(stage).isEmpty());
        assertThat(shell.questions().shown().get()).isEmpty();
        garbage.untilCollected();
    }

    private void pictures(Stage dialog, String name) {
        for (Theme theme : List.of(Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT)) {
            Application.setUserAgentStylesheet(theme.userAgentStylesheet());
            dialog.getScene().getStylesheets().setAll(theme.stylesheets());
            Pictures.take(
                    dialog.getScene(), "message-" + name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private static ConnectModel connect(Asked asked) {
        return new ConnectModel(
                new Opening(database -> Policies.DEFAULT),
                List.of(),
                Work.immediate(),
                TEXTS,
                new ConnectModel.Listener() {
                    @Override
                    public void opened(OpenDatabase database) {
                        throw new AssertionError("Nothing is opened");
                    }

                    @Override
                    public void cancelled() {
                        asked.answered();
                    }
                });
    }

    private ShellModel shell(FxRobot robot, Work work, Office office) throws TimeoutException {
        ShellModel shell = new ShellModel(work, TEXTS);
        robot.interact(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.userAgentStylesheet());
            stage.setScene(new Scene(new ShellView(shell, work, TEXTS, stage, () -> {}).root(), 1280, 800));
            stage.getScene().getStylesheets().setAll(Theme.LIGHT.stylesheets());
            stage.show();
            office.showIn(shell, Optional.of("customer"), Optional.of("1017"));
        });
        untilOpen(shell, "customer");
        return shell;
    }

    private static void untilOpen(ShellModel shell, String table) throws TimeoutException {
        until(() -> workspace(shell)
                .shown()
                .openKey()
                .filter(key -> key.table().name().equals(table))
                .isPresent());
    }

    private static WorkspaceModel workspace(ShellModel shell) {
        return shell.opened().get().orElseThrow().workspace();
    }

    private static void show(FxRobot robot, ShellModel shell, RecordKey key) throws TimeoutException {
        robot.interact(() -> workspace(shell).shown().open(key));
        until(() -> workspace(shell).shown().openKey().equals(Optional.of(key)));
    }

    private static void edit(FxRobot robot, WorkspaceModel workspace, String column, String text)
            throws TimeoutException {
        robot.interact(() -> workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals(column))
                .forEach(field -> field.value().set(Value.of(text))));
        boolean[] looked = new boolean[1];
        robot.interact(() -> workspace.edit().afterFirstLook(() -> looked[0] = true));
        until(() -> looked[0]);
    }

    private void fire(String button) {
        stage.getScene().lookup(button).fireEvent(new ActionEvent());
    }

    /** In a method of its own, whose variables are gone when the window has to be. */
    private void useAndClose(Stage window, Database notes) throws TimeoutException {
        untilRowsAppear(window);
        assertThat(connectable(notes)).isTrue();
        garbage.expect("window", window);
        garbage.expect("scene", window.getScene());
        garbage.expect("content", window.getScene().getRoot());
        garbage.expect("rows", window.getScene().lookup("#rows"));
        close(window);
    }

    private static void close(Stage window) throws TimeoutException {
        javafx.application.Platform.runLater(
                () -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> !window.isShowing());
        Frames.pass();
    }

    private static Optional<Stage> other(Stage than) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !window.equals(than))
                .map(Stage.class::cast)
                .findFirst();
    }

    private static void untilRowsAppear(Stage window) throws TimeoutException {
        until(() -> window.getScene() != null
                && window.getScene().lookup("#rows") instanceof TableView<?> rows
                && !rows.getItems().isEmpty());
    }

    private static boolean connectable(Database database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException closed) {
            return false;
        }
    }

    /** The threads of the pools that this test has opened. */
    private List<Thread> connectionThreads() {
        return housekeepers().filter(thread -> !before.contains(thread)).toList();
    }

    private static Stream<Thread> housekeepers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> thread.getName().endsWith("housekeeper"));
    }

    private DatabaseSettings notesSettings() {
        return new DatabaseSettings(folder.resolve("notes.db").toString(), "", Secret.NONE, false);
    }

    private Database notes() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("notes.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table letter (id integer primary key, words text)");
            statement.execute("insert into letter values (1, 'Dear Ada')");
        }
        return ((OpenOutcome.Opened) DatabaseOpener.open(notesSettings())).database();
    }
}
