package dev.concord.app;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.command.OpenRequest.Where;
import dev.concord.app.command.RunPolicies;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.task.Prefetch;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.ui.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A file that is replaced, moved or deleted while a window shows it: the new one is offered, and what was typed goes on there. */
@ExtendWith(OwnWindow.class)
class ReplacedFileWindowTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    private final FxThreadGuard guard = new FxThreadGuard();

    @TempDir
    Path folder;

    /** Set before every test. */
    @SuppressWarnings("NullAway.Init")
    private Home home;

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    /** The kinds of files a window shows. */
    enum Kind {
        SQLITE("jdbc:sqlite:%s.db", ".db", ""),
        H2("jdbc:h2:file:%s;USER=sa", ".mv.db", "sa");

        private final String url;
        private final String ending;
        private final String user;

        Kind(String url, String ending, String user) {
            this.url = url;
            this.ending = ending;
            this.user = user;
        }

        /** A file with one letter in it. */
        Path file(Path folder, String name, String words, int version) throws SQLException {
            try (Connection connection = DriverManager.getConnection(String.format(url, folder.resolve(name)));
                    Statement statement = connection.createStatement()) {
                statement.execute("create table \"letter\" (\"id\" integer primary key, \"words\" varchar(80),"
                        + " \"version\" int not null)");
                statement.execute("insert into \"letter\" values (1, '" + words + "', " + version + ")");
            }
            return folder.resolve(name + ending);
        }

        DatabaseSettings settings(Path file) {
            return new DatabaseSettings(file.toString(), user, Secret.NONE, false);
        }
    }

    @Start
    void start(Stage own) {
        stage = own;
        stage.setX(0);
        stage.setY(0);
    }

    @BeforeEach
    void moveIn() {
        home = new Home(folder, Map.of());
    }

    @AfterEach
    void theFxThreadNeverAskedForAConnection() {
        guard.assertNeverAsked();
    }

    /** As synchronisation clients do it. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void theNewFileIsOpenedWithOneClickAndWhatWasTypedGoesOnAsAnEdit(Kind kind, FxRobot robot) throws Exception {
        Path file = kind.file(folder, "notes", "Dear Ada", 1);
        Path other = kind.file(folder, "new", "Dear Grace", 2);
        open(robot, kind.settings(file));
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        type(robot, "Dear Alan");
        until(() -> notice(robot).contains("was replaced"));
        if (kind == Kind.SQLITE) {
            robot.interact(() -> Pictures.take(stage.getScene(), "window-replaced-light"));
        }
        robot.clickOn("Open the new file");
        goesOn(robot, "Dear Alan");
        type(robot, "Dear Ada");
        close(robot);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whereTheFileIsGoneWhatWasTypedWaitsUntilThereIsOneAgain(Kind kind, FxRobot robot) throws Exception {
        Path file = kind.file(folder, "notes", "Dear Ada", 1);
        Path other = kind.file(folder, "new", "Dear Grace", 2);
        open(robot, kind.settings(file));
        Files.delete(file);
        type(robot, "Dear Alan");
        until(() -> notice(robot).contains("was replaced, moved or deleted"));
        robot.clickOn("Open the new file");
        until(() -> !told().isEmpty());
        answer(robot);
        assertThat(words(robot)).contains("Dear Alan");
        until(() -> notice(robot).contains("was replaced, moved or deleted"));
        Files.move(other, file);
        robot.clickOn("Open the new file");
        goesOn(robot, "Dear Alan");
        type(robot, "Dear Ada");
        close(robot);
    }

    /** H2 goes on with the old file as long as one window of the program shows it. */
    @Test
    void anH2FileThatAnotherWindowShowsAsWellIsOfferedAgain(FxRobot robot) throws Exception {
        Path file = Kind.H2.file(folder, "notes", "Dear Ada", 1);
        Path other = Kind.H2.file(folder, "new", "Dear Grace", 2);
        open(robot, Kind.H2.settings(file));
        try (Database shownElsewhere = opened(Kind.H2.settings(file))) {
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
            type(robot, "Dear Alan");
            until(() -> notice(robot).contains("was replaced"));
            robot.clickOn("Open the new file");
            until(() -> told().contains("Close the other windows"));
            answer(robot);
            assertThat(words(robot)).contains("Dear Alan");
            assertThat(shownElsewhere.label()).isEqualTo("notes.mv.db");
        }
        until(() -> notice(robot).contains("was replaced"));
        type(robot, "Dear Alan and Ada");
        robot.clickOn("Open the new file");
        goesOn(robot, "Dear Alan and Ada");
        type(robot, "Dear Ada");
        close(robot);
    }

    private static Database opened(DatabaseSettings settings) {
        return ((OpenOutcome.Opened) DatabaseOpener.open(settings)).database();
    }

    private void open(FxRobot robot, DatabaseSettings settings) throws TimeoutException {
        OpenRequest request = new OpenRequest(
                Optional.of(new OpenRequest.Target(
                        settings, ((OpenOutcome.Opened) DatabaseOpener.open(settings, guard)).database())),
                Optional.of("letter"),
                Optional.of("1"),
                RunPolicies.DEFAULT,
                Where.NEW);
        ProgramState shared = ProgramState.in(home.folders(), TEXTS, guard);
        Program program = new Program(
                home.folders(), home.environment(), shared, shared.file().load(), () -> {});
        robot.interact(() -> {
            program.prepare(stage);
            program.start(request, Prefetch.of(() -> InitialView.of(request, program::settings, shared.sample())));
        });
        home.untilSomebodyIsIn();
        until(() -> words(robot).isPresent());
    }

    private static void type(FxRobot robot, String words) {
        robot.interact(() -> ((TextInputControl) robot.lookup("#field-words").query()).setText(words));
    }

    private static Optional<String> words(FxRobot robot) {
        return robot.lookup("#field-words").tryQueryAs(TextInputControl.class).map(TextInputControl::getText);
    }

    /** The workspace on the new file has the edit in its form. */
    private static void goesOn(FxRobot robot, String words) throws TimeoutException {
        until(() -> notice(robot).isEmpty());
        until(() -> words(robot).filter(words::equals).isPresent());
    }

    private static String notice(FxRobot robot) {
        return robot.lookup("#notice")
                .<Node>tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    /** The words of the message that is shown; empty while there is none. */
    private String told() {
        return Window.getWindows().stream()
                .filter(other -> other instanceof Stage dialog && stage.equals(dialog.getOwner()))
                .map(other -> ((Labeled) other.getScene().lookup(".message-words")).getText())
                .findFirst()
                .orElse("");
    }

    private void answer(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.ENTER);
        until(() -> told().isEmpty());
    }

    private void close(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> !stage.isShowing());
        home.untilNobodyIsIn();
    }
}
