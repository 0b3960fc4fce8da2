package dev.concord.app;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.command.OpenRequest;
import dev.concord.app.command.OpenRequest.Where;
import dev.concord.app.command.RunPolicies;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.settings.Settings;
import dev.concord.app.settings.SettingsFile;
import dev.concord.app.task.Prefetch;
import dev.concord.catalog.TableId;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Secret;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftSession;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.KeptDraft;
import dev.concord.drafts.Sealing;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.ui.text.Language;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.ui.theme.ThemeChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The whole program as it starts, with folders of its own: only the command line is left out. */
@ExtendWith(OwnWindow.class)
class WiringTest {
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

    @Test
    void itOpensOnTheSampleWithATableShowingAndTheKeyboardInItsList(FxRobot robot) throws TimeoutException {
        open(robot, OpenRequest.SAMPLE);
        rowsAppear(robot);
        assertThat(stage.getTitle()).isEqualTo("Sample database – Concord");
        assertThat(stage.getIcons()).hasSize(2).noneMatch(Image::isError);
        assertThat(text(robot, "#status-guard")).contains("version");
        assertThat(robot.lookup("#practise").query().isVisible()).isTrue();
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("tables");
        picture(robot, "window-1280x800-light");
        robot.clickOn("#theme");
        robot.clickOn("Dark");
        picture(robot, "window-1280x800-dark");
        robot.interact(() -> {
            stage.setWidth(1600);
            stage.setHeight(1000);
        });
        picture(robot, "window-1600x1000-dark");
        close(robot);
    }

    @Test
    void theWindowIsFoundAsItWasLeft(FxRobot robot) throws TimeoutException {
        open(robot, OpenRequest.SAMPLE);
        rowsAppear(robot);
        robot.interact(() -> {
            stage.setWidth(1100);
            stage.setHeight(700);
        });
        robot.clickOn("#theme");
        robot.clickOn("Dark");
        close(robot);
        Settings kept = new SettingsFile(home.folders().config(), TEXTS).load().settings();
        assertThat(kept.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(kept.window().width()).isEqualTo(1100);
        assertThat(kept.window().panes()).hasSize(2);
        robot.interact(() -> stage = new Stage());
        open(robot, OpenRequest.SAMPLE);
        rowsAppear(robot);
        assertThat(stage.getScene().getWidth()).isEqualTo(1100);
        assertThat(stage.getScene().getStylesheets()).isEqualTo(Theme.DARK.stylesheets());
        close(robot);
    }

    @Test
    void aLanguageChosenIsThatOfTheNextWindowAndSaysSo(FxRobot robot) throws TimeoutException {
        Locale words = Locale.getDefault();
        Locale formats = Locale.getDefault(Locale.Category.FORMAT);
        try {
            open(robot, OpenRequest.SAMPLE);
            rowsAppear(robot);
            robot.clickOn("#language");
            robot.clickOn("Deutsch");
            until(() -> text(robot, "#notice").contains("Fenster"));
            assertThat(stage.getTitle()).as("this window stays as it is").isEqualTo("Sample database – Concord");
            close(robot);
            assertThat(new SettingsFile(home.folders().config(), TEXTS)
                            .load()
                            .settings()
                            .language())
                    .isEqualTo(Language.GERMAN);
            robot.interact(() -> stage = new Stage());
            open(robot, OpenRequest.SAMPLE);
            rowsAppear(robot);
            assertThat(stage.getTitle()).isEqualTo("Beispieldatenbank – Concord");
            assertThat(Locale.getDefault().getLanguage()).isEqualTo("de");
            assertThat(Locale.getDefault(Locale.Category.FORMAT))
                    .as("numbers and dates stay as the country writes them")
                    .isEqualTo(TEXTS.locale());
            close(robot);
        } finally {
            Locale.setDefault(words);
            Locale.setDefault(Locale.Category.FORMAT, formats);
        }
    }

    @Test
    void columnsAreFoundAsTheyWereLeft(FxRobot robot) throws TimeoutException {
        open(robot, OpenRequest.SAMPLE);
        rowsAppear(robot);
        List<Double> before = widths(robot);
        robot.interact(() -> stage.getScene().lookup("#rows").requestFocus());
        robot.push(KeyCode.DOWN);
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT, KeyCode.ALT);
        List<Double> left = widths(robot);
        assertThat(left.get(0)).isEqualTo(before.get(1));
        assertThat(left.get(1)).isEqualTo(before.get(0) + 20);
        // Nobody waits until the width is kept by itself.
        close(robot);
        robot.interact(() -> stage = new Stage());
        open(robot, OpenRequest.SAMPLE);
        rowsAppear(robot);
        assertThat(widths(robot)).isEqualTo(left);
        close(robot);
    }

    /** The widths of the columns after that of the marks, from left to right. */
    private static List<Double> widths(FxRobot robot) {
        TableView<?> grid = robot.lookup("#rows").queryAs(TableView.class);
        return grid.getVisibleLeafColumns().stream()
                .skip(1)
                .map(TableColumn::getWidth)
                .toList();
    }

    @Test
    void whatWasOpenedForReadingCanBeEditedAfterOneClick(FxRobot robot) throws Exception {
        open(
                robot,
                new OpenRequest(
                        Optional.of(notes(true)),
                        Optional.of("letter"),
                        Optional.empty(),
                        RunPolicies.DEFAULT,
                        Where.NEW));
        rowsAppear(robot);
        assertThat(text(robot, "#status-guard")).isEqualTo("Opened for reading only");
        robot.clickOn("#allow-editing");
        until(() -> text(robot, "#status-guard").contains("checksum"));
        until(() -> !robot.lookup("#allow-editing").query().isVisible());
        assertThat(robot.lookup(".concord-heading").queryAll().stream().map(node -> ((Labeled) node).getText()))
                .contains("letter");
        close(robot);
    }

    @Test
    void unsavedWorkOnAnotherDatabaseIsSaidAtTheNextStartAndOpenedFromThere(FxRobot robot) throws Exception {
        OpenRequest.Target notes = notes(false);
        String identity = notes.database().identity().orElseThrow();
        notes.database().close();
        DraftedDatabase database =
                new DraftedDatabase(identity, "notes.db", notes.settings().safeAddress(), "");
        Draft letter = Draft.newRow(new TableId("", "letter")).with("words", Value.of("Dear Grace"));
        try (DraftSession session = new DraftArchive(home.folders().drafts(), Sealing.PLAIN)
                .of(database)
                .begin()) {
            session.put(new KeptDraft(
                    new UUID(0, 1),
                    letter,
                    Map.of(),
                    Optional.empty(),
                    false,
                    "New letter",
                    Instant.parse("2026-11-30T08:00:00Z"),
                    Optional.empty()));
        }
        open(robot, OpenRequest.SAMPLE);
        rowsAppear(robot);
        until(() -> text(robot, "#others-words").equals("Unsaved work waits in another database: notes.db."));
        robot.clickOn("#others-look");
        until(() -> robot.lookup("#others-list").tryQuery().isPresent());
        robot.push(KeyCode.ENTER);
        until(() -> stage.getTitle().equals("notes.db – Concord"));
        until(() -> text(robot, "#recovery-words").contains("New letter"));
        until(() -> !robot.lookup("#others").query().isVisible());
        assertThat(dialog()).as("a file asks for no password").isEmpty();
        close(robot);
    }

    @Test
    void aConfirmedVersionColumnGuardsTheTableAndIsRemembered(FxRobot robot) throws Exception {
        open(
                robot,
                new OpenRequest(
                        Optional.of(notes(false)),
                        Optional.of("letter"),
                        Optional.of("1"),
                        RunPolicies.DEFAULT,
                        Where.NEW));
        rowsAppear(robot);
        assertThat(text(robot, "#status-guard")).contains("checksum");
        assertThat(robot.lookup("#proposal").query().isVisible()).isFalse();
        robot.interact(() -> robot.lookup(".edit-field .text-input").queryAll().stream()
                .map(TextInputControl.class::cast)
                .filter(input -> input.getText().equals("Dear Ada"))
                .findFirst()
                .orElseThrow()
                .appendText("!"));
        until(() -> robot.lookup("#proposal").query().isVisible());
        picture(robot, "window-proposal-light");
        robot.clickOn("Decide…");
        until(() -> dialog().isPresent());
        robot.interact(() -> Pictures.take(dialog().orElseThrow().getScene(), "version-question"));
        robot.clickOn("Move it");
        until(() -> text(robot, "#status-guard").contains("version column"));
        assertThat(robot.lookup("#proposal").query().isVisible()).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        until(() -> letters().equals(List.of("Dear Ada! 2")));
        close(robot);
        Settings kept = new SettingsFile(home.folders().config(), TEXTS).load().settings();
        assertThat(kept.policiesOf(settings(false)).byTable().keySet().stream().map(table -> table.name()))
                .containsExactly("letter");
    }

    @Test
    void whatThereIsToTellIsToldInAWindowThatIsThere(FxRobot robot) throws Exception {
        Files.createDirectories(home.folders().config());
        Files.writeString(home.folders().config().resolve("settings.json"), "not settings");
        List<Boolean> ownerShown = new ArrayList<>();
        ListChangeListener<Window> watch = change -> {
            if (dialog().isPresent()) {
                ownerShown.add(stage.isShowing());
            }
        };
        robot.interact(() -> Window.getWindows().addListener(watch));
        open(robot, OpenRequest.SAMPLE);
        until(() -> dialog().isPresent());
        robot.interact(() -> Window.getWindows().removeListener(watch));
        assertThat(ownerShown).first().isEqualTo(true);
        robot.interact(() -> dialog().ifPresent(Stage::close));
        rowsAppear(robot);
        close(robot);
    }

    private Optional<Stage> dialog() {
        return Window.getWindows().stream()
                .filter(other -> other instanceof Stage dialog && stage.equals(dialog.getOwner()))
                .map(Stage.class::cast)
                .findFirst();
    }

    private List<String> letters() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("notes.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select words || ' ' || version from letter")) {
            List<String> letters = new ArrayList<>();
            while (rows.next()) {
                letters.add(rows.getString(1));
            }
            return letters;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private OpenRequest.Target notes(boolean readOnly) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("notes.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table a_first (id integer primary key)");
            statement.execute("create table letter (id integer primary key, words text, version int not null)");
            statement.execute("insert into letter values (1, 'Dear Ada', 1)");
        }
        OpenOutcome opened = DatabaseOpener.open(settings(readOnly), guard);
        return new OpenRequest.Target(settings(readOnly), ((OpenOutcome.Opened) opened).database());
    }

    private DatabaseSettings settings(boolean readOnly) {
        return new DatabaseSettings(folder.resolve("notes.db").toString(), "", Secret.NONE, readOnly);
    }

    private void open(FxRobot robot, OpenRequest request) throws TimeoutException {
        ProgramState shared = ProgramState.in(home.folders(), TEXTS, guard);
        Program program = new Program(
                home.folders(), home.environment(), shared, shared.file().load(), () -> {});
        robot.interact(() -> {
            program.prepare(stage);
            program.start(request, Prefetch.of(() -> InitialView.of(request, program::settings, shared.sample())));
        });
        home.untilSomebodyIsIn();
    }

    @AfterEach
    void theFxThreadNeverAskedForAConnection() {
        guard.assertNeverAsked();
    }

    private void close(FxRobot robot) throws TimeoutException {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> !stage.isShowing());
        home.untilNobodyIsIn();
    }

    private static void rowsAppear(FxRobot robot) throws TimeoutException {
        until(() -> robot.lookup("#rows")
                .tryQueryAs(TableView.class)
                .filter(grid -> !grid.getItems().isEmpty())
                .isPresent());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id)
                .<Node>tryQuery()
                .map(node -> ((Labeled) node).getText())
                .orElse("");
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.take(stage.getScene(), name));
    }
}
