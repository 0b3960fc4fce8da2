package dev.concord.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.app.task.Work;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class ConnectViewTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    @TempDir
    Path folder;

    private final List<OpenDatabase> opened = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean hold;
    private final ConnectModel model = model();
    private final List<Scene> scenes = new ArrayList<>();

    @Start
    void start(Stage stage) {
        scenes.add(new Scene(new StackPane(), 600, 500));
        stage.setScene(place());
        stage.show();
        show(Theme.LIGHT);
    }

    private Scene place() {
        return scenes.getFirst();
    }

    private void show(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        ConnectView view = new ConnectView(model, TEXTS);
        place().setRoot(view.root());
        place().getStylesheets().setAll(theme.stylesheets());
        view.focusTarget().requestFocus();
    }

    private ConnectModel model() {
        return model(Work.of(task -> (hold ? (Runnable) () -> held.add(task) : task).run(), Runnable::run, fault -> {
            throw new IllegalStateException(fault);
        }));
    }

    private ConnectModel model(Work work) {
        List<DatabaseSettings> recents = List.of(
                new DatabaseSettings("postgresql://db.example.org/shop", "ada", Secret.NONE, true),
                new DatabaseSettings("/home/ada/shop.sqlite", "", Secret.NONE, false));
        ConnectModel.Listener listener = new ConnectModel.Listener() {
            @Override
            public void opened(OpenDatabase database) {
                opened.add(database);
            }

            @Override
            public void cancelled() {
                ended.add("cancelled");
            }
        };
        return new ConnectModel(new Opening(settings -> Policies.DEFAULT), recents, work, TEXTS, listener);
    }

    @AfterEach
    void close() {
        opened.forEach(OpenDatabase::close);
    }

    @Test
    void enterOpensWhatWasTyped(FxRobot robot) throws SQLException {
        robot.write(DatabaseFiles.sqlite(folder).toString()).type(KeyCode.ENTER);

        assertThat(opened).hasSize(1);
    }

    @Test
    void escapeCancels(FxRobot robot) {
        robot.type(KeyCode.ESCAPE);

        assertThat(ended).containsExactly("cancelled");
    }

    @Test
    void leavingTheAddressHidesItsPassword(FxRobot robot) {
        robot.write("postgresql://ada:Zebra77@db/shop").type(KeyCode.TAB);

        assertThat(texts(robot)).noneMatch(text -> text.contains("Zebra77"));
        assertThat(robot.lookup(node -> node instanceof PasswordField)
                        .queryAs(PasswordField.class)
                        .getText())
                .isEqualTo("Zebra77");
    }

    @Test
    void everyFieldHasALabelThatMovesTheFocusThere(FxRobot robot) {
        for (Node field : robot.lookup(node -> node instanceof TextField).queryAll()) {
            assertThat(robot.lookup(node -> node instanceof Label label && field.equals(label.getLabelFor()))
                            .tryQuery())
                    .isPresent();
        }
    }

    @Test
    void chosenByTheMouseAKindShowsItsFields(FxRobot robot) {
        robot.clickOn("SQLite file");

        assertThat(model.fields().kind().get()).isEqualTo(DatabaseKind.SQLITE);
        assertThat(robot.lookup("_Browse…").queryButton()).matches(ConnectViewTest::shown);
    }

    @Test
    void theDriversOwnWordsAreBehindDetails(FxRobot robot) throws SQLException {
        robot.write(DatabaseFiles.h2(folder).toString()).type(KeyCode.ENTER);
        assertThat(robot.lookup(".text-area").query().isVisible()).isFalse();
        robot.clickOn("D_etails");

        assertThat(robot.lookup(".text-area").query().isVisible()).isTrue();
        Frames.pass();
        robot.interact(() -> Pictures.take(place(), "connect-details"));
    }

    @Test
    void afterAFailureTheFocusIsWhereItWas(FxRobot robot) {
        robot.write("/no/such/file").type(KeyCode.ENTER);
        Frames.pass();

        assertThat(place().getFocusOwner()).isInstanceOfSatisfying(TextField.class, field -> assertThat(field.getText())
                .isEqualTo("/no/such/file"));
    }

    @Test
    void theFieldsRestWhileTheDatabaseIsWaitedFor(FxRobot robot) throws SQLException {
        hold = true;
        robot.write(DatabaseFiles.sqlite(folder).toString()).type(KeyCode.ENTER);
        assertThat(robot.lookup(".connect-inputs").query().isDisabled()).isTrue();
        robot.interact(model::stopWaiting);

        assertThat(robot.lookup(".connect-inputs").query().isDisabled()).isFalse();
    }

    @Test
    void afterAMomentWaitingIsShownAndCanBeStopped(FxRobot robot) {
        List<Runnable> moments = new ArrayList<>();
        ConnectModel patient = model(Work.of(held::add, Runnable::run, (after, task) -> moments.add(task), fault -> {
            throw new IllegalStateException(fault);
        }));
        robot.interact(() -> {
            place().setRoot(new ConnectView(patient, TEXTS).root());
            patient.fields().address().set("postgresql://localhost/shop");
            patient.open();
        });
        assertThat(patient.slow().get()).isFalse();
        robot.interact(() -> moments.forEach(Runnable::run));
        Frames.pass();
        robot.interact(() -> Pictures.take(place(), "connect-waiting"));
        robot.clickOn("Stop wa_iting");

        assertThat(patient.state().get()).isEqualTo(new ConnectState.Idle());
        assertThat(ended).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itLooksRight(Theme theme, FxRobot robot) throws SQLException {
        Path file = DatabaseFiles.sqlite(folder);
        robot.interact(() -> show(theme));
        picture(robot, theme, "empty");
        robot.interact(() -> model.chooseRecent(0));
        picture(robot, theme, "server");
        robot.interact(() -> {
            model.fields().address().set("postgresql://db.example.org/shop?socketFactory=x");
            model.test();
        });
        picture(robot, theme, "refused");
        robot.interact(() -> {
            model.fields().address().set(file.toString());
            model.test();
        });
        picture(robot, theme, "works");
        robot.interact(() -> model.fields().kind().set(DatabaseKind.H2));
        picture(robot, theme, "h2");

        assertThat(robot.lookup(node -> node instanceof Label label && cut(label))
                        .queryAll())
                .isEmpty();
    }

    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    private void picture(FxRobot robot, Theme theme, String state) {
        Frames.pass();
        robot.interact(() ->
                Pictures.take(place(), "connect-" + state + "-" + theme.name().toLowerCase(Locale.ROOT)));
    }

    private static boolean cut(Label label) {
        return label.isVisible()
                && label.lookup(".text") instanceof javafx.scene.text.Text text
                && !text.getText().equals(label.getText().replace("_", ""));
    }

    private static List<String> texts(FxRobot robot) {
        return robot
                .lookup(node -> node instanceof TextField && !(node instanceof PasswordField))
                .queryAllAs(TextField.class)
                .stream()
                .map(TextField::getText)
                .toList();
    }
}
