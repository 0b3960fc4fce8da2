package dev.concord.app;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.command.OpenRequest.Where;
import dev.concord.app.command.RunPolicies;
import dev.concord.app.command.Terminal;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.handover.Sender;
import dev.concord.app.settings.Recent;
import dev.concord.app.settings.Settings;
import dev.concord.app.settings.SettingsFile;
import dev.concord.app.task.Prefetch;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.ui.theme.ThemeChoice;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The program with its windows, and later starts of it that hand over what was typed, through a real socket. */
@ExtendWith(OwnWindow.class)
class ProgramTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final Map<String, String> ENVIRONMENT = Map.of("DISPLAY", ":0");
    private static final String SAMPLE = "Sample database – Concord";
    private static final String NOTES = "notes.db – Concord";

    private final FxThreadGuard guard = new FxThreadGuard();

    @TempDir
    Path folder;

    /** Before the windows are taken away: closed by its user, a program puts everything away itself. */
    @RegisterExtension
    final AfterTestExecutionCallback closing = context -> closeAll();

    private final AtomicInteger ended = new AtomicInteger();
    private final StringWriter err = new StringWriter();

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Stage first;

    /** Set before every test. */
    @SuppressWarnings("NullAway.Init")
    private Home home;

    @Start
    void start(Stage own) {
        first = own;
        first.setX(0);
        first.setY(0);
    }

    @BeforeEach
    void openOnACustomer(FxRobot robot) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("notes.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table letter (id integer primary key, words text)");
            statement.execute("insert into letter values (1, 'Dear Ada')");
        }
        home = new Home(folder, ENVIRONMENT);
        OpenRequest request = new OpenRequest(
                Optional.empty(), Optional.of("customer"), Optional.of("1017"), RunPolicies.DEFAULT, Where.NEW);
        ProgramState shared = ProgramState.in(home.folders(), TEXTS, guard);
        Program program =
                new Program(home.folders(), ENVIRONMENT, shared, shared.file().load(), ended::incrementAndGet);
        robot.interact(() -> {
            program.prepare(first);
            program.start(request, Prefetch.of(() -> InitialView.of(request, program::settings, shared.sample())));
        });
        until(() -> field("phone").isPresent());
        home.untilSomebodyIsIn();
    }

    @Test
    void aSecondStartOpensAnotherWindowALittleBeside(FxRobot robot) throws TimeoutException {
        assertThat(typed("open", "notes.db")).hasValue(0);
        until(() -> shows(other(), NOTES));
        assertThat(first.getTitle()).isEqualTo(SAMPLE);
        assertThat(other().getX()).isGreaterThan(first.getX());
        assertThat(other().getY()).isGreaterThan(first.getY());
        until(() -> other().isFocused());
        assertThat(other().getScene().getWidth()).isEqualTo(first.getScene().getWidth());
        picture(robot, "program-beside");
    }

    @Test
    void withoutAWordTheWindowComesToTheFrontAndWhatCannotBeOpenedIsToldWhereItWasTyped(FxRobot robot)
            throws TimeoutException {
        robot.interact(() -> first.setIconified(true));
        assertThat(typed()).hasValue(0);
        until(() -> !first.isIconified() && first.isFocused());
        assertThat(typed("open", "missing.db")).hasValue(3);
        assertThat(err.toString()).contains("missing.db");
        assertThat(windows()).containsExactly(first);
    }

    @Test
    void theWindowThatIsThereShowsItAfterItsUserAgrees(FxRobot robot) throws TimeoutException {
        robot.interact(() -> field("phone").orElseThrow().setText("+48 12 555 01 99"));
        assertThat(typed("open", "notes.db", "--window", "same")).hasValue(0);
        until(() -> windows().size() == 2);
        robot.clickOn("Cancel");
        until(() -> windows().size() == 1);
        assertThat(first.getTitle()).isEqualTo(SAMPLE);
        assertThat(field("phone").orElseThrow().getText()).isEqualTo("+48 12 555 01 99");

        assertThat(typed("open", "notes.db", "--window", "same")).hasValue(0);
        until(() -> windows().size() == 2);
        robot.clickOn("Discard changes");
        until(() -> shows(first, NOTES));
        assertThat(windows()).containsExactly(first);
    }

    @Test
    void aQuestionThatIsBeingAnsweredStaysAndAnotherWindowOpens(FxRobot robot) throws TimeoutException {
        robot.interact(() -> field("phone").orElseThrow().setText("+48 12 555 01 99"));
        typed("open", "notes.db", "--window", "same");
        until(() -> windows().size() == 2);
        assertThat(typed("open", "notes.db", "--window", "same")).hasValue(0);
        until(() -> windows().stream().anyMatch(window -> shows(window, NOTES)));
        assertThat(windows()).as("both windows and the question").hasSize(3);
        assertThat(first.getTitle()).isEqualTo(SAMPLE);
        // The window that opened may hide the question from the mouse.
        robot.interact(robot.lookup("Discard changes").queryButton()::fire);
        until(() -> shows(first, NOTES));
    }

    private static void choose(Stage window, String button, String words) {
        ((MenuButton) window.getScene().lookup(button))
                .getItems().stream()
                        .filter(item -> item.getText().equals(words))
                        .forEach(MenuItem::fire);
    }

    @Test
    void windowsShareLookAndSettingsAndTheProgramLivesAsLongAsTheLastOfThem(FxRobot robot) throws TimeoutException {
        typed("open", "notes.db");
        until(() -> shows(other(), NOTES));
        robot.interact(() -> choose(other(), "#theme", "Dark"));
        assertThat(other().getScene().getStylesheets()).isEqualTo(Theme.DARK.stylesheets());
        assertThat(first.getScene().getStylesheets()).isEqualTo(Theme.DARK.stylesheets());
        picture(robot, "program-beside-dark");
        Stage second = other();
        close(first);
        assertThat(second.isShowing()).isTrue();
        assertThat(ended).hasValue(0);
        assertThat(typed("open", "--table", "product")).hasValue(0);
        until(() -> shows(windows().getLast(), SAMPLE));
        close(second);
        close(windows().getFirst());
        until(() -> ended.get() == 1);
        assertThat(typed()).as("nobody is there any more").isEmpty();
        Settings kept = new SettingsFile(home.folders().config(), TEXTS).load().settings();
        assertThat(kept.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(kept.recents())
                .extracting(Recent::address)
                .containsExactly(folder.resolve("notes.db").toString());
    }

    @Test
    void whoMeetsTheLastWindowClosingIsEitherShownOneOrLeftToOpenIt(FxRobot robot) throws TimeoutException {
        robot.interact(() -> askToClose(first));
        if (typed().isPresent()) {
            until(() -> !first.isShowing()
                    && windows().size() == 1
                    && shows(windows().getFirst(), SAMPLE));
            assertThat(ended).hasValue(0);
        } else {
            until(() -> ended.get() == 1);
            assertThat(windows()).isEmpty();
        }
    }

    private OptionalInt typed(String... arguments) throws TimeoutException {
        Terminal terminal = new Terminal(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                ENVIRONMENT,
                folder,
                prompt -> Optional.empty());
        return new Sender(home.place().orElseThrow(), Duration.ofSeconds(30)).send(terminal, arguments);
    }

    private Optional<TextInputControl> field(String column) {
        return Optional.ofNullable(first.getScene())
                .map(scene -> scene.lookup("#field-" + column))
                .filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast);
    }

    private static boolean shows(Stage window, String title) {
        return title.equals(window.getTitle())
                && window.getScene().lookup("#rows") instanceof TableView<?> rows
                && !rows.getItems().isEmpty();
    }

    private Stage other() {
        return windows().stream()
                .filter(window -> !window.equals(first))
                .findFirst()
                .orElse(first);
    }

    private static List<Stage> windows() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .toList();
    }

    private static void close(Stage window) throws TimeoutException {
        Platform.runLater(() -> askToClose(window));
        until(() -> !window.isShowing());
    }

    private static void askToClose(Stage window) {
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private void closeAll() throws TimeoutException {
        for (Stage window : WaitForAsyncUtils.waitForAsyncFx(60_000, ProgramTest::windows)) {
            close(window);
        }
        until(() -> ended.get() == 1);
        home.untilNobodyIsIn();
        guard.assertNeverAsked();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.take(other().getScene(), name));
    }
}
