package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.connect.ConnectModel;
import dev.concord.app.connect.OpenDatabase;
import dev.concord.app.connect.Opening;
import dev.concord.app.control.Frames;
import dev.concord.app.control.OwnWindow;
import dev.concord.database.ConnectionGuard;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Walks the screens in a small window, in every language, and looks for words that are cut. */
@ExtendWith(OwnWindow.class)
class CutWordsTest {
    private static final double WIDTH = 1024;
    private static final double HEIGHT = 700;

    /** Places with values, names of tables or names of columns: they may be longer than any window. */
    private static final Set<String> DATA = Set.of(
            "edit-title",
            "table-comment",
            "table-cell",
            "column-header",
            "conflict-value",
            "conflict-field-name",
            "table-row-cell");

    private final Set<String> cut = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage window) {
        stage = window;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE", "fr-FR"})
    void noWordIsCutInASmallWindow(String language, FxRobot robot) throws TimeoutException {
        Texts texts = Texts.of(Locale.forLanguageTag(language));
        Desk desk = new Desk(stage, robot, new Office(), texts, WIDTH, HEIGHT);
        look(desk, language, "window");
        desk.type("phone", "+48 12 555 01 99");
        desk.type("street", "ul. Nowa 2");
        look(desk, language, "edited");
        robot.interact(() -> desk.workspace().showChanges());
        dialog(desk, language, "changes");
        robot.interact(() -> desk.shell.askRules(desk.shell.opened().get().orElseThrow()));
        dialog(desk, language, "rules");
        connection(desk, texts);
        dialog(desk, language, "connect");
        desk.office.colleagueSets(Office.CUSTOMER, "phone", Value.of("+48 12 555 01 11"));
        desk.office.colleagueSets(Office.CUSTOMER, "city", Value.of("Wieliczka"));
        desk.save();
        desk.untilDialogHas("#conflict-save");
        dialog(desk, language, "merge");
        desk.open(Office.PRODUCT);
        look(desk, language, "product");
        robot.interact(() -> desk.workspace().newRow());
        look(desk, language, "new");
        desk.close();
        assertThat(desk.faults).isEmpty();
        assertThat(cut).isEmpty();
    }

    private static void connection(Desk desk, Texts texts) {
        desk.robot.interact(() -> desk.shell.askDatabase(asked -> new ConnectModel(
                new Opening(database -> Policies.DEFAULT, ConnectionGuard.NONE),
                List.of(),
                desk.work,
                texts,
                new ConnectModel.Listener() {
                    @Override
                    public void opened(OpenDatabase database) {
                        asked.answered();
                    }

                    @Override
                    public void cancelled() {
                        asked.answered();
                    }
                })));
    }

    private void dialog(Desk desk, String language, String screen) throws TimeoutException {
        until(() -> desk.dialog().isPresent());
        look(desk, language, screen);
        desk.press(KeyCode.ESCAPE);
        until(() -> desk.dialog().isEmpty());
    }

    private void look(Desk desk, String language, String screen) {
        Frames.pass();
        desk.picture("words-" + language + "-" + screen);
        desk.robot.interact(() -> Stream.of(desk.front().getRoot())
                .flatMap(CutWordsTest::labels)
                .filter(CutWordsTest::isCut)
                .forEach(label -> cut.add(screen + ": " + label.getText() + " " + label.getStyleClass())));
    }

    private static Stream<Labeled> labels(Node node) {
        if (!node.isVisible() || node.getStyleClass().stream().anyMatch(DATA::contains)) {
            return Stream.of();
        }
        List<Labeled> found = new ArrayList<>();
        if (node instanceof Labeled labeled) {
            found.add(labeled);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> labels(child).forEach(found::add));
        }
        return found.stream();
    }

    private static boolean isCut(Labeled label) {
        String words = label.isMnemonicParsing() ? label.getText().replaceFirst("_", "") : label.getText();
        return label.getWidth() > 0
                && label.getChildrenUnmodifiable().stream()
                        .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                        .map(text -> ((Text) text).getText())
                        .anyMatch(shown -> !shown.isEmpty() && !shown.equals(words));
    }
}
